import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, command, event, inBatch, span, ticketAfter } from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* What a device tells late of absent customers, of technicians who come back, and of money. */

const visit = 1;

function sent(events: readonly TicketEvent[], steps: readonly TicketCommand[]) {
  const told: TicketEvent[] = [];
  let ticket: OpenedTicket = ticketAfter(...events);
  for (const step of steps) {
    const next = ticketDecider.decide(inBatch(step), ticket);
    told.push(...next);
    ticket = next.reduce(ticketDecider.evolve, ticket) as OpenedTicket;
  }
  return { types: told.map(({ type }) => type), ticket };
}

const codes = ({ findings }: OpenedTicket) => findings.map(({ code }) => code);
const arrival = (time: '10:20' | '14:10') =>
  command('RecordArrival', { visit }, time, { known: { elsewhere: [], quietHours: [] } });
const leave = (time: '10:10' | '14:40', returning?: true) =>
  command('LeaveSite', { visit, ...(returning && { returning }) }, time, {
    known: { quietHours: [] },
  });

const cancelled = [
  past.opened(),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '10:00') }),
  past.prepared(),
  past.departed('09:40'),
  past.visitCancelled('09:45'),
  past.cancelled('09:45'),
];

test('[V7] a customer who was not there is stored on a visit that was called off, and nothing more is found', () => {
  const absent = command(
    'RecordCustomerAbsent',
    { visit, waitedMinutes: 15, called: '电话无人接听', noteLeft: true },
    '10:35',
  );
  const { ticket } = sent(cancelled, [arrival('10:20'), absent]);
  expect(ticket.visits[0]).toMatchObject({ status: 'absent', leftAt: at('10:35') });
  expect(codes(ticket)).toEqual(['visit-made-though-cancelled', 'late-arrival']);
});

const rest = {
  visit,
  reason: 'rest-or-meal',
  customerSide: true,
  resumeAt: at('14:00'),
  hoursAsked: true,
  apologised: true,
} as const;
const interrupted = [
  command('SuspendWork', rest, '10:05', { known: { quietHours: [] } }),
  leave('10:10', true),
];

test('[V19] who is said late to have left and come back owes the closing duties when they leave for good', () => {
  const away = sent(site.working, interrupted);
  expect(away.ticket.visits[0]).toMatchObject({ status: 'away' });
  expect(codes(away.ticket)).toEqual([]);
  const back = [
    arrival('14:10'),
    command('ResumeWork', { visit }, '14:11', { known: { quietHours: [] } }),
    leave('14:40'),
  ];
  const { ticket } = sent(site.working, [...interrupted, ...back]);
  expect(ticket.visits[0]).toMatchObject({ status: 'left', leftAt: at('14:40') });
  expect(codes(ticket)).toContain('site-not-cleaned');
});

test('[V19] before an interruption something may be told that nobody had told, and not after it', () => {
  const away = [...site.working, site.suspended(), past.left('10:10')];
  const card = (time: '10:09' | '10:11') => command('LeaveCard', { visit }, time);
  expect(sent(away, [card('10:09')]).types).toEqual(['CardLeft']);
  expect(() => sent(away, [card('10:11')])).toThrow('occurred-after-leaving');
});

test('[V14] [V19] who left to come back, which nobody did, owes no closing duties in hindsight', () => {
  const inspection = { visit, partsComplete: false, tamperingSigns: false, note: '缺螺丝' };
  const inspect = command('InspectIntegrity', { ...inspection, photos: [] }, '09:48');
  const gone = (returning: boolean) => [
    ...site.working,
    site.suspended(),
    event('TechnicianLeft', { visit, ...(returning && { returning }) }, '10:10'),
    past.resolved('15:00'),
  ];
  const unexplained = 'discrepancy-not-explained';
  expect(codes(sent(gone(true), [inspect]).ticket)).not.toContain(unexplained);
  expect(codes(sent(gone(false), [inspect]).ticket)).toContain(unexplained);
});

const collect = command('CollectCharge', { visit, amount: '80.00', method: 'cash' }, '11:05');

test('[V17] [V23] money that is told after the closing is stored, and the closing undone', () => {
  const { types, ticket } = sent(site.closedDay, [collect]);
  expect(types).toEqual(['ChargeCollected', 'FindingRecorded', 'ClosingUndone']);
  expect(codes(ticket)).toEqual(['no-quote-signed']);
});

test('[V23] money told of a cancelled ticket is stored, and nothing is waived on it', () => {
  const off = [...site.onSite, past.left('11:00'), past.cancelled('11:30')];
  expect(sent(off, [collect]).ticket).toMatchObject({
    status: 'cancelled',
    visits: [{ money: { collected: '80.00' } }],
  });
  const waive = command('WaiveCharge', { visit, amount: '20.00', reason: '老客户' }, '11:00');
  expect(() => sent(off, [waive])).toThrow('ticket-cancelled');
});

test('[V12] a barcode that was taken before the document was asked for is stored late, and found', () => {
  const known = { entitlement: site.IN_WARRANTY };
  const check = command('CheckEntitlement', { visit, barcode: 'BC-1' }, '09:40', { known });
  const { types, ticket } = sent(site.onSite, [check]);
  expect(types).toEqual(['EntitlementChecked', 'FindingRecorded']);
  expect(codes(ticket)).toEqual(['document-not-asked-for']);
});

test.each([
  ['document-unknown', { document: 'W-9' }, {}],
  ['barcode-unknown', { barcode: 'BC-9', documentNotFound: true }, {}],
  [
    'entitlement-of-another',
    { document: 'W-1' },
    { entitlement: site.IN_WARRANTY, owner: 'renji' },
  ],
] as const)(
  '[V11] [V12] a check told late is stored, covers nothing, and finds %s',
  (code, by, others) => {
    const known = { entitlement: undefined, ...others };
    const check = command('CheckEntitlement', { visit, ...by }, '09:40', { known });
    const { types, ticket } = sent(site.onSite, [check]);
    expect(types).toEqual(['EntitlementChecked', 'FindingRecorded']);
    expect(codes(ticket)).toEqual([code]);
    expect(ticket.visits[0]).toMatchObject({ entitlement: { kind: 'chargeable' } });
  },
);

test('[V19] an hour that disturbs the customer is found where its notice is told late', () => {
  const known = {
    receivedAt: at('20:00'),
    quietHours: [{ from: '12:00', until: '14:00' }],
  } as const;
  const say = { visit, reason: '堵车', apologised: true, newArrival: at('13:00') };
  const notice = command('NotifyDelay', say, '09:40', { known });
  const { types, ticket } = sent([...cancelled.slice(0, 6)], [notice]);
  expect(types).toEqual(['DelayNotified', 'FindingRecorded']);
  expect(codes(ticket)).toEqual(['within-quiet-hours']);
});
