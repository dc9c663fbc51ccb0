import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { withdrawExternalCause } from './withdraw-external-cause.js';

const given = givenFor(withdrawExternalCause);
const said = { visit: 1, reason: '电压正常' };
const withdraw = command('WithdrawExternalCause', said, '11:30');
const withdrawn = event('ExternalCauseWithdrawn', said);
const found = [...site.working, site.externalCause()];
const visitAfter = (...events: TicketEvent[]) =>
  ticketAfter(...events, site.causeWithdrawn()).visits[0];

test('[V17] a cause that was recorded wrongly is withdrawn, with the reason', () => {
  given(...found)
    .when(withdraw)
    .then(withdrawn);
  expect(visitAfter(...found)).toMatchObject({ externalCause: false });
});

test('[V17] nothing is withdrawn that was never recorded, or was before', () => {
  for (const past of [site.working, [...found, site.causeWithdrawn()]])
    given(...past)
      .when(withdraw)
      .thenThrows(NotPossible, 'no-external-cause');
});

test('[V17] what was charged for the cause alone is charged no longer', () => {
  expect(visitAfter(...found, site.quoteSigned())).toMatchObject({
    charge: { total: '0.00', bases: [] },
    money: { charged: '0.00' },
  });
  expect(visitAfter(...found, site.quoteSigned('180.00', 'out-of-cover'))).toMatchObject({
    charge: { total: '180.00' },
    money: { charged: '180.00' },
  });
});

test('[V17] [V22] the record is signed anew when its charges are others', () => {
  expect(visitAfter(...found, site.signed())).toMatchObject({ signed: false });
});

test('[V17] findings that rested on the cause are withdrawn, and others stay', () => {
  const judged = [
    past.found(1, 'V17', 'external-cause-not-signed'),
    past.found(2, 'V17', 'external-cause-not-explained'),
    past.found(3, 'V14', 'fee-not-explained'),
    past.found(4, 'V21', 'site-not-cleaned'),
  ];
  const withdrawnOf = (...past: TicketEvent[]) =>
    given(...past)
      .when(withdraw)
      .events()
      .flatMap(({ type, data }) =>
        type === 'FindingWithdrawn' && 'finding' in data ? [data.finding] : [],
      );
  expect(withdrawnOf(...found, ...judged)).toEqual([1, 2, 3]);
  expect(withdrawnOf(...found, site.entitled(site.CHARGEABLE), ...judged)).toEqual([1, 2]);
});

test('[V14] [V17] who has left owes then what the company’s own cause asks', () => {
  const gone = [
    ...found,
    site.explained('usage'),
    past.repaired({ cause: 'no-fault' }),
    past.left(),
  ];
  given(...gone)
    .when(withdraw)
    .then(withdrawn, past.found(1, 'V14', 'cause-not-explained'));
});

test('[V17] a repair that names the cause then names one that nobody recorded', () => {
  const repaired = [...found, site.explained('cause'), past.repaired({ cause: 'external' })];
  given(...repaired)
    .when(withdraw)
    .then(withdrawn, past.found(1, 'V17', 'external-cause-not-recorded'));
});

test('[V17] [V22] [V23] it is withdrawn also when the paper was complete, which is put in order anew', () => {
  const paid = [site.collected(), site.receiptIssued()];
  const over = [...found, site.quoteSigned(), past.repaired(), site.signed(), ...paid];
  const completed = [...over, past.left(), past.visitCompleted('11:10')];
  const events = given(...completed)
    .when(withdraw)
    .events();
  expect(events[0]?.data).toEqual(withdrawn.data);
  const { visits, ...ticket } = ticketAfter(...completed, ...events);
  expect(visits[0]).toMatchObject({ status: 'left', signed: false });
  const rows = recorded('ticket-T', [...completed, ...events]);
  expect(rowsOf(ticketDetail, rows).get('T')!.detail).toMatchObject({
    dueBack: '180.00',
    visits: [{ progress: 'left' }],
  });
  expect(ticket.status).toBe('open');
});

test('[R10] of a closed ticket nothing is withdrawn', () => {
  given(
    ...found,
    past.left(),
    past.visitCompleted('11:10'),
    past.resolved('11:15'),
    past.closed('11:20'),
  )
    .when(withdraw)
    .thenRefusedUnder('R10');
});
