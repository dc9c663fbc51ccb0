import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { arrived, departed, found, left, opened, scheduled } from '../../testing/past.js';
import { onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor, WANG_FANG } from '../../testing/ticket.builders.js';
import { greetCustomer } from './greet-customer.js';

const given = givenFor(greetCustomer);
const greeting = { visit: 1, introduced: true, credentialsShown: true };
const greet = command('GreetCustomer', greeting, '09:31');

test('[V8] the customer is greeted, with name and credentials', () => {
  given(...onSite)
    .when(greet)
    .then(event('CustomerGreeted', greeting));
});

test('[V8] a greeting without introduction or credentials is a finding for each', () => {
  const curt = { visit: 1, introduced: false, credentialsShown: false };
  given(...onSite)
    .when(command('GreetCustomer', curt, '09:31'))
    .then(
      event('CustomerGreeted', curt),
      found(1, 'V8', 'not-introduced'),
      found(2, 'V8', 'credentials-not-shown'),
    );
});

test('done twice, it is found twice', () => {
  const curt = { ...greeting, introduced: false };
  given(...onSite, found(1, 'V8', 'not-introduced'))
    .when(command('GreetCustomer', curt, '09:32'))
    .then(event('CustomerGreeted', curt), found(2, 'V8', 'not-introduced'));
});

test('nobody is greeted before the arrival, nor after leaving', () => {
  given(opened(), scheduled(), departed()).when(greet).thenThrows(NotPossible, 'visit-departed');
  given(...onSite, left())
    .when(greet)
    .thenThrows(NotPossible, 'visit-left');
});

test('a step that comes late must have happened after the arrival', () => {
  given(opened(), scheduled(), departed(), arrived('09:40'))
    .when(greet)
    .thenThrows(Invalid, 'occurred-too-early');
});

test('another technician does not greet in this one’s place', () => {
  given(...onSite)
    .when(command('GreetCustomer', greeting, '09:31', { by: WANG_FANG }))
    .thenThrows(Forbidden, 'not-your-visit');
});
