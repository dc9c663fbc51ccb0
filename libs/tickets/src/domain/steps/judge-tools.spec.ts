import { expect, test } from '@jest/globals';
import { specification } from '@app/kernel/src/testing/specification.js';
import * as past from '../../testing/past.js';
import { at, command, event, SUPERVISOR } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

const given = specification(ticketDecider);
const shownBy = { type: 'ToolAccepted', occurredAt: at('08:05'), stream: 'tool-T-100' };
const planned = [past.opened(), past.faultAnalysed(), past.scheduled()];
const prepared = [...planned, past.prepared({ tools: ['T-100', 'T-101'] })];
const notInHand = (finding = 1) =>
  event(
    'FindingRecorded',
    { finding, article: 'V5', code: 'tool-not-in-hand', visit: 1, person: 'li-wei' },
    '08:40',
  );
const withdrawn = event(
  'FindingWithdrawn',
  { finding: 1, article: 'V5', disprovedBy: shownBy },
  '18:00',
);
const late = (finding: number, remark = 'T-100') =>
  event(
    'FindingRecorded',
    {
      ...{ finding, article: 'R12', code: 'tool-recorded-after-use' },
      ...{ visit: 1, person: 'he-jun', remark },
    },
    '18:00',
  );
const judge = (toolsInHand: string[], more: object = { enteredBy: 'he-jun' }, tool = 'T-100') =>
  command('JudgeTools', { visit: 1, technician: 'li-wei', tool, shownBy, ...more }, '18:00', {
    known: { toolsInHand },
  });
const all = ['T-100', 'T-101'];

test('[V5] [R12] a tool that was in hand, as is told late, was taken along rightly: found is who entered it late', () => {
  given(...prepared, notInHand())
    .when(judge(all))
    .then(withdrawn, late(2));
  const upheld = event('FindingUpheld', { finding: 1, article: 'V5' }, '12:00', SUPERVISOR);
  given(...prepared, notInHand(), upheld)
    .when(judge(all))
    .then(withdrawn, late(2));
});

test('[V5] while another tool of the list is nowhere in hand it stands; each lateness is found', () => {
  given(...prepared, notInHand())
    .when(judge(['T-100']))
    .then(late(2));
  given(...prepared, notInHand(), late(2))
    .when(judge(all, { enteredBy: 'he-jun' }, 'T-101'))
    .then(withdrawn, late(3, 'T-101'));
});

test('[V5] a tool that was in hand no longer, as is told late, is found as of the preparation, once', () => {
  given(...prepared)
    .when(judge(['T-101'], {}))
    .then(notInHand());
  given(...prepared, notInHand())
    .when(judge(['T-101'], {}))
    .thenNothing();
});

test('[V5] nothing changes of what is not on the list, was found of nobody, or is another’s visit', () => {
  given(...prepared, notInHand())
    .when(judge(all, {}, 'T-999'))
    .thenNothing();
  given(...prepared)
    .when(judge(all))
    .thenNothing();
  given(...planned)
    .when(judge([]))
    .thenNothing();
  given(...prepared, notInHand(), withdrawn)
    .when(judge(all))
    .thenNothing();
});

test('[V5] of a closed ticket too', () => {
  const closed = [
    ...prepared,
    notInHand(),
    event('TicketCancelled', { reason: 'x', openFindings: [1] }, '09:00'),
  ];
  const events = given(...closed)
    .when(judge(all))
    .events();
  expect(events.map(({ type }) => type)).toEqual(['FindingWithdrawn', 'FindingRecorded']);
});
