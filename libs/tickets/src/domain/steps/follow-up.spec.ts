import { Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { under } from '../../testing/articles.js';
import * as past from '../../testing/past.js';
import { command, event, givenFor, HOTLINE } from '../../testing/ticket.builders.js';
import { followUp } from './follow-up.js';

const given = givenFor(followUp);
const content = { channel: 'phone' as const, sampled: true, satisfied: true, answer: '很满意' };
const discontent = { ...content, satisfied: false, answer: '又不制冷了' };
const ask = (data: typeof content) => command('FollowUp', data, '18:00', { by: HOTLINE });

test('[R6] a customer is asked after the ticket was resolved, or closed', () => {
  given(past.opened(), past.resolved()).when(ask(content)).then(event('FollowUpMade', content));
  given(past.opened(), past.resolved(), past.closed())
    .when(ask(content))
    .then(event('FollowUpMade', content));
});

test('[V25] [R6] a bad answer reopens the ticket', () => {
  given(past.opened(), past.resolved(), past.closed())
    .when(ask(discontent))
    .then(
      event('FollowUpMade', discontent),
      under(event('TicketReopened', { reason: '又不制冷了' }), 'R6', 'V25'),
    );
});

test('there is nothing to follow up on an open or cancelled ticket', () => {
  given(past.opened()).when(ask(content)).thenThrows(NotPossible, 'nothing-to-follow-up');
  given(past.opened(), past.cancelled())
    .when(ask(content))
    .thenThrows(NotPossible, 'nothing-to-follow-up');
});

test('not before the ticket was opened', () => {
  given(past.opened(), past.resolved())
    .when(command('FollowUp', content, '07:00'))
    .thenThrows(Invalid, 'occurred-too-early');
});
