import { DomainError, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  HOTLINE,
  inBatch,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* Tickets as they were played: what a device or a person tells late is stored, and what went wrong is found. */

const visit = 1;
const planned = [
  past.opened(),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '10:00') }),
  past.prepared(),
];

/** What the steps bring, one after another, and the ticket after them. */
function sent(events: readonly TicketEvent[], steps: readonly TicketCommand[]) {
  return steps.reduce(
    ({ told, ticket }, step) => {
      const next = ticketDecider.decide(step, ticket);
      return {
        told: [...told, ...next],
        ticket: next.reduce(ticketDecider.evolve, ticket) as OpenedTicket,
      };
    },
    { told: [] as TicketEvent[], ticket: ticketAfter(...events) },
  );
}

const codes = ({ findings }: OpenedTicket, status = 'open') =>
  findings
    .filter((each) => each.status === status)
    .map(({ article, code }) => `${article}/${code}`);
const types = (events: readonly TicketEvent[]) => events.map(({ type }) => type);

const foundAt = (time: string, finding: TicketEvent) => ({ ...finding, occurredAt: at(time) });
const arrival = (time: LocalTime) =>
  command('RecordArrival', { visit }, time, { known: { elsewhere: [] } });
const batchOf = (...steps: TicketCommand[]) => steps.map((step) => inBatch(step, at('11:40')));
const comeAndGo = batchOf(
  command('Depart', { visit }, '09:50'),
  arrival('10:20'),
  command('GreetCustomer', { visit, introduced: true, credentialsShown: true }, '10:21'),
  command('LeaveSite', { visit }, '11:30'),
);
const missed = [...planned, past.noShow('10:05'), foundAt('10:05', past.found(1, 'V7', 'no-show'))];

test('[V7] a no-show that a late arrival disproves is corrected, and the lateness found', () => {
  const { told, ticket } = sent(missed, comeAndGo);
  expect(types(told).slice(0, 5)).toEqual([
    'TechnicianDeparted',
    'TechnicianArrived',
    'NoShowCorrected',
    'FindingWithdrawn',
    'FindingRecorded',
  ]);
  expect(told[2]?.data).toEqual({ visit, noShowAt: at('10:05') });
  expect(told[3]?.data).toEqual({
    finding: 1,
    article: 'V7',
    disprovedBy: { type: 'TechnicianArrived', occurredAt: at('10:20') },
  });
  expect(ticket.visits[0]).toMatchObject({ status: 'left', leftAt: at('11:30') });
  expect(codes(ticket)).toContain('V7/late-arrival');
  expect(codes(ticket, 'withdrawn')).toEqual(['V7/no-show']);
});

test('[V7] as of an hour, nobody had failed to come who was there, and the finding stands until the batch came', () => {
  const { told } = sent(missed, batchOf(arrival('10:02')));
  const all = [...missed, ...told];
  const asOf = (time: string) =>
    ticketAfter(
      ...all
        .filter(({ occurredAt }) => occurredAt <= at(time))
        .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt)),
    );
  expect(asOf('10:06')).toMatchObject({
    visits: [{ status: 'on-site' }],
    findings: [{ code: 'late-arrival' }, { code: 'no-show', status: 'open' }],
  });
  expect(codes(asOf('11:40'), 'withdrawn')).toEqual(['V7/no-show']);
});

test('[V7] it is withdrawn also when it was upheld, and an earlier one is not', () => {
  const twice = [
    ...planned,
    foundAt('08:22', past.found(1, 'V7', 'no-show')),
    past.noShow('10:05'),
    foundAt('10:05', past.found(2, 'V7', 'no-show')),
    past.excused(2, 'V7', '11:00'),
  ];
  const { ticket } = sent(twice, comeAndGo);
  expect(codes(ticket, 'withdrawn')).toEqual(['V7/no-show']);
  expect(ticket.findings[1]).toMatchObject({ finding: 2, status: 'withdrawn' });
});

test('[V7] whoever is at the door after all is taken at once, as they are told late', () => {
  const { ticket } = sent(missed, [arrival('10:20')]);
  expect(ticket.visits[0]).toMatchObject({ status: 'on-site', arrivedAt: at('10:20') });
  expect(codes(ticket, 'withdrawn')).toEqual(['V7/no-show']);
  expect(codes(ticket)).toContain('V7/late-arrival');
});

test('[V7] told in time, nobody arrives at a visit that was cancelled', () => {
  const arrive = arrival('10:20');
  expect(() => sent([...planned, past.visitCancelled('09:00')], [arrive])).toThrow(
    'visit-cancelled',
  );
});

test('[V7] a visit that the office had cancelled and the technician made is stored and found', () => {
  const { ticket } = sent([...planned, past.visitCancelled('09:40')], comeAndGo);
  expect(ticket.visits[0]).toMatchObject({ status: 'left', departedAt: at('09:50') });
  expect(codes(ticket).slice(0, 2)).toEqual(['V7/visit-made-though-cancelled', 'V7/late-arrival']);
});

test('[R10] facts are stored on a ticket that was cancelled, and it stays so', () => {
  const { ticket } = sent(
    [...planned, past.visitCancelled('09:40'), past.cancelled('09:40')],
    comeAndGo,
  );
  expect(ticket.status).toBe('cancelled');
  expect(codes(ticket)).toContain('V7/visit-made-though-cancelled');
});

const carelessDay = [
  command('StartWork', { visit }, '09:40'),
  command('ConsumePart', { visit, sku: 'CAP-35', quantity: 1 }, '09:50', { known: { inHand: 0 } }),
  command('CollectCharge', { visit, amount: '80.00', method: 'cash' }, '10:00'),
];

test('[V11] [V13] [V17] [R12] work without consent, a part and 80 yuan are stored, and all of it found', () => {
  const { told, ticket } = sent(site.onSite, batchOf(...carelessDay));
  expect(types(told).filter((type) => type !== 'FindingRecorded')).toEqual([
    'WorkStarted',
    'PartConsumed',
    'ChargeCollected',
  ]);
  expect(codes(ticket)).toEqual([
    'V11/entitlement-unchecked',
    'V11/work-before-consent',
    'V13/integrity-uninspected',
    'R12/part-not-in-hand',
    'V17/no-quote-signed',
  ]);
});

test('[V11] told in time, none of it is done', () => {
  for (const [step, code] of [
    [carelessDay[0]!, 'entitlement-unchecked'],
    [carelessDay[1]!, 'part-not-in-hand'],
    [carelessDay[2]!, 'no-quote-signed'],
  ] as const) {
    expect(() => sent(site.onSite, [step])).toThrow(code);
  }
});

test('[V11] a quarter of an hour makes it late, also where no device had been without connection', () => {
  const start = command('StartWork', { visit }, '09:40');
  expect(() => sent(site.onSite, [{ ...start, receivedAt: at('09:55') }])).toThrow();
  expect(types(sent(site.onSite, [{ ...start, receivedAt: at('09:56') }]).told)).toContain(
    'WorkStarted',
  );
});

test('[V11] [V13] a duty that was done only after the work is found; one told later but done before is not', () => {
  const consent = (time: string) =>
    inBatch(command('RecordConsent', { visit, by: '孙丽' }, time), at('11:40'));
  const start = inBatch(command('StartWork', { visit }, '09:40'), at('11:40'));
  const ready = [...site.onSite, site.entitled(), site.inspected()];
  const afterwards = sent(ready, [consent('09:45'), start]).ticket;
  expect(codes(afterwards)).toEqual(['V11/work-before-consent']);
  const before = sent(ready, [start, consent('09:39')]).ticket;
  expect(codes(before)).toEqual([]);
  expect(codes(before, 'withdrawn')).toEqual(['V11/work-before-consent']);
});

test('[V13] an inspection told late takes one finding back, and brings the one for the signature', () => {
  const inspect = command(
    'InspectIntegrity',
    { visit, partsComplete: false, tamperingSigns: false, note: '缺螺丝', photos: [] },
    '09:38',
  );
  const start = command('StartWork', { visit }, '09:40');
  const { ticket } = sent(
    [...site.onSite, site.entitled(), site.consented()],
    batchOf(start, inspect),
  );
  expect(codes(ticket, 'withdrawn')).toEqual(['V13/integrity-uninspected']);
  expect(codes(ticket)).toEqual(['V13/discrepancy-unacknowledged']);
  expect(ticket.findings[1]).toMatchObject({ foundAt: at('09:40') });
});

test('[V24] a copy handed over before leaving and entered afterwards withdraws its finding, one after it does not', () => {
  const gone = sent(site.working, [command('LeaveSite', { visit }, '11:00')]);
  const events = [...site.working, ...gone.told];
  const copy = (time: string) => command('HandOverCustomerCopy', { visit }, time);
  expect(codes(sent(events, [copy('10:55')]).ticket, 'withdrawn')).toEqual([
    'V24/customer-copy-missing',
  ]);
  expect(codes(sent(events, [copy('11:05')]).ticket, 'withdrawn')).toEqual([]);
});

test('[V6] the file is judged by when it was reviewed, whichever was entered first', () => {
  const base = [past.opened(), past.faultAnalysed(), past.scheduled(), past.prepared()];
  const review = (time: string) => command('ReviewCustomerFile', {}, time);
  const depart = command('Depart', { visit }, '09:00');
  const onTheWay = sent(base, [review('09:10'), depart]).ticket;
  expect(codes(onTheWay)).toEqual(['V6/file-not-reviewed']);
  const before = sent(base, [depart, review('08:50')]).ticket;
  expect(codes(before, 'withdrawn')).toEqual(['V6/file-not-reviewed']);
  expect(codes(sent(base, [depart, review('09:10')]).ticket)).toEqual(['V6/file-not-reviewed']);
  expect(codes(sent(base, [review('09:10'), depart, review('08:50')]).ticket)).toEqual([]);
});

test('[V7] a notice that a device sends late was in time, and the lateness is none', () => {
  const late = sent([...planned, past.departed('09:00')], [arrival('10:20')]);
  const events = [...planned, past.departed('09:00'), ...late.told];
  const notice = command(
    'NotifyDelay',
    { visit, reason: '堵车', apologised: true, newArrival: at('10:30') },
    '09:45',
    { known: { receivedAt: at('11:40') } },
  );
  const told = sent(events, batchOf(notice)).ticket;
  expect(codes(told)).toEqual([]);
  expect(codes(told, 'withdrawn')).toEqual(['V7/late-arrival']);
});

const labour = command(
  'LogLabour',
  { visit, workType: '检修', span: span('09:50', '10:10') },
  '10:15',
  { known: { logged: [] } },
);

test('[R10] [V22] hours that are told after the closing are stored, and it is undone until they are signed', () => {
  const { told, ticket } = sent(site.closedDay, batchOf(labour));
  expect(types(told)).toEqual(['LabourLogged', 'ClosingUndone']);
  expect(ticket.status).toBe('resolved');
  expect(() => sent(site.closedDay, [labour])).toThrow('ticket-closed');
});

test('[V10] [R10] a gift reported on the day after is found, and the ticket is resolved again', () => {
  const gift = command(
    'ReportConductIncident',
    { visit, kind: 'gift-taken', description: '收了两条烟', reportedBy: '孙丽', photos: [] },
    at('10:00', 1),
    { by: HOTLINE },
  );
  const { told, ticket } = sent(site.closedDay, [gift]);
  expect(types(told)).toEqual(['ConductIncidentRecorded', 'FindingRecorded', 'ClosingUndone']);
  expect(ticket.status).toBe('resolved');
  const close = command('CloseTicket', {}, at('11:00', 1), { by: DISPATCHER });
  expect(() => sent([...site.closedDay, ...told], [close])).toThrow('findings-not-reviewed');
});

test('[R10] what is told late and asks for paper makes a closed ticket resolved, without a finding too', () => {
  const taken = command(
    'TakeProductIn',
    {
      visit,
      product: 'AC-778',
      custodySlip: 'CS-1',
      agreedBy: '孙丽',
      photos: [],
      signature: site.SIGNATURE,
    },
    '10:40',
  );
  const { told, ticket } = sent(site.closedDay, batchOf(taken));
  expect(types(told)).toEqual(['ProductTakenIn', 'ClosingUndone']);
  expect(ticket.status).toBe('resolved');
});

test.each<[string, TicketCommand]>([
  ['visit-not-found', { ...arrival('10:20'), data: { visit: 7 } }],
  [
    'occurred-too-early',
    command('GreetCustomer', { visit, introduced: true, credentialsShown: true }, '08:00'),
  ],
  ['occurred-after-leaving', command('LeaveCard', { visit }, '11:01')],
  [
    'labour-overlaps',
    { ...labour, known: { logged: [{ ticket: 'T-2', visit, span: span('10:00', '10:30') }] } },
  ],
  [
    'nothing-collected',
    command('CollectCharge', { visit, amount: '0.00', method: 'cash' }, '10:00'),
  ],
])('what cannot be is refused whenever it is told: %s', (code, step) => {
  expect(() => sent(site.closedDay, batchOf(step))).toThrow(DomainError);
  expect(() => sent(site.closedDay, batchOf(step))).toThrow(code);
});
