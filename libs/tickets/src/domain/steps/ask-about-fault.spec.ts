import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { faultDescribed, onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { askAboutFault } from './ask-about-fault.js';

const given = givenFor(askAboutFault);
const said = { visit: 1, words: '开机十分钟后跳闸' };
const ask = command('AskAboutFault', said, '09:33');

test('[V11] what the customer says of the fault on site is kept in their words', () => {
  given(...onSite)
    .when(ask)
    .then(event('FaultDescribed', said));
});

test('[V11] whoever says more is heard once more', () => {
  given(...onSite, faultDescribed())
    .when(ask)
    .then(event('FaultDescribed', said));
});

test('[V11] nobody is asked on site where nobody has come', () => {
  given(past.opened(), past.scheduled()).when(ask).thenThrows(NotPossible, 'visit-scheduled');
});
