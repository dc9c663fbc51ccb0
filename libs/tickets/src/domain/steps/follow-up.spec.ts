import { Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { under } from '../../testing/articles.js';
import { clockSet } from '../../testing/clocks.past.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import * as past from '../../testing/past.js';
import { at, command, event, givenFor, HOTLINE } from '../../testing/ticket.builders.js';
import { followUp } from './follow-up.js';

const given = givenFor(followUp);
const clocksAgain = (['response', 'restoration'] as const).map((clock) =>
  clockSet(clock, { round: 2, from: at('18:00') }, at('18:00')),
);
const content = { channel: 'phone' as const, sampled: true, satisfied: true, answer: '很满意' };
const discontent = { ...content, satisfied: false, answer: '又不制冷了' };
const known = { sla: POLICY_TERMS };
const ask = (data: typeof content) => command('FollowUp', data, '18:00', { by: HOTLINE, known });

test('[R6] a customer is asked after the ticket was resolved, or closed', () => {
  given(past.opened(), past.resolved()).when(ask(content)).then(event('FollowUpMade', content));
  given(past.opened(), past.resolved(), past.closed())
    .when(ask(content))
    .then(event('FollowUpMade', content));
});

test('[V25] [R6] [B2] a bad answer reopens the ticket, under new deadlines', () => {
  given(past.opened(), past.resolved(), past.closed())
    .when(ask(discontent))
    .then(
      event('FollowUpMade', discontent),
      under(event('TicketReopened', { reason: '又不制冷了' }), 'R6', 'V25'),
      ...clocksAgain,
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
    .when(command('FollowUp', content, '07:00', { known }))
    .thenThrows(Invalid, 'occurred-too-early');
});
