import { expect, test } from '@jest/globals';
import { money } from '@app/audit/src/words/index.js';
import { sum } from '@app/kernel';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketAccount } from '../../account/account.js';
import { ticketBoard } from '../../read-models/ticket-board/ticket-board.projection.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import {
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { ChargeBasis, QuoteLine, TicketOutcome } from '../ticket/ticket.values.js';

const given = givenFor(ticketDecider.decide);
const line = (
  item: QuoteLine['item'],
  amount: string,
  basis: ChargeBasis,
  more: Partial<QuoteLine> = {},
): QuoteLine => ({ item, amount, basis, ...more });
const signed = (...lines: QuoteLine[]) =>
  event(
    'ChargeAcknowledged',
    {
      visit: 1,
      quote: { lines },
      total: sum(lines.filter(({ basis }) => basis !== 'covered').map(({ amount }) => amount)),
      signature: site.SIGNATURE,
    },
    '09:48',
  );
const hour = site.labourLogged('09:50', '10:20');
const capacitor = (quantity = 1) => site.partConsumed({ entry: 2, quantity });
const declined = past.resolved('11:05', 'declined');

/** Out of cover: labour 200, two capacitors 80, the coming 50. */
const quoted = [
  ...site.onSite,
  site.entitled(site.CHARGEABLE),
  site.consented(),
  site.inspected(),
  signed(
    line('labour', '200.00', 'out-of-cover'),
    line('parts', '80.00', 'out-of-cover', { sku: 'CAP-35', quantity: 2 }),
    line('call-out', '50.00', 'outside-conditions', { what: '上门费' }),
  ),
  past.workStarted(),
];

/** In warranty: the camera is free, the cable that the customer cut is not. */
const mixed = (...more: readonly TicketEvent[]) => [
  ...site.readyToWork,
  site.externalCause(),
  signed(
    line('parts', '600.00', 'covered', { sku: 'CAM' }),
    line('parts', '45.00', 'external-cause', { sku: 'UTP' }),
    line('labour', '80.00', 'external-cause'),
  ),
  past.workStarted(),
  ...more,
];
const camera = site.partConsumed({ entry: 1, sku: 'CAM', quantity: 1 });
const cable = site.partConsumed({ entry: 2, sku: 'UTP', quantity: 1 });

const close = command('CloseTicket', {}, '16:00', { by: DISPATCHER });
const collect = (amount: string) =>
  command('CollectCharge', { visit: 1, amount, method: 'cash', receipt: 'R-7' }, '15:30');

/** What the closing, the board, the detail and the account say is owed and due back; all must agree. */
function said(...events: TicketEvent[]) {
  const story = [...events, site.signatureRefused(), past.visitCompleted()];
  const rows = recorded('ticket-T', story);
  const board = rowsOf(ticketBoard, rows).get('T')!;
  const { detail } = rowsOf(ticketDetail, rows).get('T')!;
  const closing = ticketDecider.decide(close, ticketAfter(...story)).at(-1)!;
  const { owed = '0.00', dueBack = '0.00' } = closing.data as { owed?: string; dueBack?: string };
  expect([board.owed, detail.owed]).toEqual([owed, owed]);
  expect(detail.dueBack).toBe(dueBack);
  const told = ticketAccount(
    story.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    'en',
  ).at(-1)!.text;
  expect(told.includes(`${money(owed).en} still owed`)).toBe(owed !== '0.00');
  const back = `${money(dueBack).en} due back to the customer`;
  expect(told.includes(back)).toBe(dueBack !== '0.00');
  return { owed, dueBack, lines: detail.visits[0]!.charge.due };
}

test.each<[string, TicketEvent[], string[]]>([
  ['nothing but the coming', [], ['0.00', '0.00', '50.00']],
  ['an hour', [hour], ['200.00', '0.00', '50.00']],
  ['an hour and one part of two', [hour, capacitor()], ['200.00', '40.00', '50.00']],
  ['an hour and both parts', [hour, capacitor(2)], ['200.00', '80.00', '50.00']],
])('[V23] who declines after %s pays that and no more', (_, work, lines) => {
  const owed = sum(lines);
  expect(said(...quoted, ...work, past.left(), declined)).toEqual({
    owed,
    dueBack: '0.00',
    lines,
  });
});

test.each<TicketOutcome>(['declined', 'unrepairable', 'not-signed'])(
  '[V23] %s: what was paid ahead for what was not done is due back',
  (outcome) => {
    const ahead = [site.collected('330.00'), site.receiptIssued('330.00')];
    const story = [...quoted, hour, ...ahead, past.left(), past.resolved('11:05', outcome)];
    expect(said(...story)).toMatchObject({ owed: '0.00', dueBack: '80.00' });
    expect(said(...story, site.refunded('80.00'))).toMatchObject({ dueBack: '0.00' });
  },
);

test('[V23] a visit that did not bring the service back owes what was done, though another visit did', () => {
  const second = [
    past.scheduled({ visit: 2 }),
    past.arrived('13:30', 2),
    past.workStarted('13:40', 2),
    past.repaired({ visit: 2 }, '14:00'),
    past.left('14:10', 2),
    past.visitCompleted('14:20', 2),
  ];
  const first = [...quoted, hour, past.repaired({ restored: false }), past.left()];
  expect(said(...first, ...second, past.resolved())).toMatchObject({ owed: '250.00' });
});

test('[V17] a repair that brought the service back is owed as signed, less the part that was not used', () => {
  const repaired = [...quoted, capacitor(), past.repaired(), past.left(), past.resolved()];
  expect(said(...repaired)).toMatchObject({ lines: ['200.00', '40.00', '50.00'] });
});

test.each<[string, TicketEvent[], string[]]>([
  ['nothing', [], ['0.00', '0.00', '0.00']],
  ['the camera', [camera], ['0.00', '0.00', '0.00']],
  ['the camera and the cable', [camera, cable], ['0.00', '45.00', '0.00']],
  ['the cable, in an hour', [cable, hour], ['0.00', '45.00', '80.00']],
])('[V17] in warranty, who declines after %s pays for what they caused alone', (_, work, lines) => {
  expect(said(...mixed(...work), past.left(), declined).lines).toEqual(lines);
});

test('[B2] what cover bears is not owed though it was signed and done before the cover was found', () => {
  const story = [...quoted, hour, capacitor(2), past.repaired()];
  const covered = { ...site.entitled(), occurredAt: past.repaired().occurredAt };
  const over = [...story, covered, past.left(), past.resolved()];
  expect(said(...over)).toEqual({
    owed: '50.00',
    dueBack: '0.00',
    lines: ['0.00', '0.00', '50.00'],
  });
  given(...over)
    .when(collect('50.01'))
    .thenRefusedUnder('B2', 'cover-bears-it');
});

test('[V23] before the end the whole quote may be paid; after it, what was done', () => {
  given(...quoted)
    .when(command('CollectCharge', { visit: 1, amount: '330.00', method: 'cash' }, '10:30'))
    .events();
  const ended = [...quoted, hour, past.left(), declined];
  given(...ended)
    .when(collect('250.01'))
    .thenRefusedUnder('V23', 'charge-above-owed');
  given(...ended)
    .when(collect('330.01'))
    .thenRefusedUnder('V17', 'charge-above-quote');
  const told = ticketDecider.decide(inBatch(collect('300.00')), ticketAfter(...ended));
  expect(told.map(({ type }) => type)).toEqual([
    'ChargeCollected',
    'ReceiptIssued',
    'FindingRecorded',
  ]);
});

test('[V23] a supervisor waives of what is charged, and not of what is not', () => {
  const waive = (amount: string) =>
    command('WaiveCharge', { visit: 1, amount, reason: '老客户' }, '15:40', { by: SUPERVISOR });
  const ended = [...quoted, hour, past.left(), declined];
  expect(() => ticketDecider.decide(waive('250.01'), ticketAfter(...ended))).toThrow(
    expect.objectContaining({ code: 'waived-above-charge' }),
  );
  const waived = ticketDecider.decide(waive('250.00'), ticketAfter(...ended));
  expect(said(...ended, ...waived)).toMatchObject({ owed: '0.00', dueBack: '0.00' });
});

test('[V23] an entry that is withdrawn is charged no longer', () => {
  const withdrawn = event(
    'PartWithdrawn',
    {
      visit: 1,
      entry: 2,
      technician: 'li-wei',
      before: { sku: 'CAP-35', quantity: 2 },
      reason: '没有用上',
    },
    '11:01',
  );
  const story = [...quoted, hour, capacitor(2), past.left(), withdrawn, declined];
  expect(said(...story).lines).toEqual(['200.00', '0.00', '50.00']);
});

test('[V23] on a cancelled ticket nothing is owed, and all that was paid goes back', () => {
  const rows = recorded('ticket-T', [...quoted, site.collected('330.00'), past.cancelled()]);
  const { detail } = rowsOf(ticketDetail, rows).get('T')!;
  expect(detail).toMatchObject({ owed: '0.00', dueBack: '330.00' });
});

test('[V17] a quote for the coming alone says nothing of what the work will cost', () => {
  const coming = signed(line('call-out', '50.00', 'out-of-cover', { what: '上门费' }));
  given(...site.onSite, site.entitled(site.CHARGEABLE), site.consented(), site.inspected(), coming)
    .when(command('StartWork', { visit: 1 }, '10:00'))
    .thenRefusedUnder('V17', 'charge-not-signed');
});

test.each<[Partial<QuoteLine>, string]>([
  [{ item: 'labour', sku: 'CAP-35' }, 'sku'],
  [{ item: 'parts', quantity: 2 }, 'quantity'],
  [{ item: 'parts', hours: '1.00' }, 'hours'],
])('a line of %j is refused, and the field named', (measure, field) => {
  const quote = {
    lines: [{ ...line('labour', '1.00', 'extra-service'), what: '加装', ...measure }],
  };
  const ask = command('AcknowledgeCharge', { visit: 1, quote, signature: site.SIGNATURE }, '10:05');
  expect(() => ticketDecider.decide(ask, ticketAfter(...site.working))).toThrow(
    expect.objectContaining({
      code: 'line-measured-otherwise',
      pointer: `/quote/lines/0/${field}`,
    }),
  );
});
