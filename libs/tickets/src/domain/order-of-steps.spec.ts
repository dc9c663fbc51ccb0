import { fold, Invalid } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../testing/on-site.past.js';
import * as past from '../testing/past.js';
import { at, command, event, span, ticketAfter } from '../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';

const { onSite, readyToWork, working, SIGNATURE } = site;
const visit = 1;
const planned = [past.opened(), past.scheduled(), past.prepared({}, '08:40')];
const repair = { visit, testResult: '出风 12 度', restored: true, photos: [] };
const inspection = { visit, partsComplete: true, tamperingSigns: false, photos: [] };
const quote = { labour: '90.00', parts: '90.00' };
const suspension = { visit, reason: 'rest-or-meal', customerSide: true } as const;
const resumed = event('WorkResumed', { visit }, '14:00');

function taken(events: readonly TicketEvent[], step: TicketCommand) {
  return ticketDecider.decide(step, fold(ticketDecider, events)).map(({ type }) => type);
}

test.each<[string, TicketEvent[], string, (time: string) => TicketCommand]>([
  [
    '[V3] [V5] a departure does not come before its preparation',
    planned,
    '08:40',
    (time) => command('Depart', { visit }, time),
  ],
  [
    '[V11] a second check does not come before the first',
    [...onSite, site.entitled()],
    '09:35',
    (time) =>
      command('CheckEntitlement', { visit, document: 'W-1' }, time, {
        known: { entitlement: site.IN_WARRANTY },
      }),
  ],
  [
    '[V13] a second inspection does not come before the first',
    [...onSite, site.inspected()],
    '09:40',
    (time) => command('InspectIntegrity', inspection, time),
  ],
  [
    '[V13] a signed discrepancy does not come before the inspection',
    [...onSite, site.tampered()],
    '09:40',
    (time) => command('AcknowledgeDiscrepancy', { visit, signature: SIGNATURE }, time),
  ],
  [
    '[V17] a second quote does not come before the first',
    [...onSite, site.quoteSigned()],
    '09:56',
    (time) =>
      command(
        'AcknowledgeCharge',
        { visit, quote, signature: { ...SIGNATURE, signedAt: at('10:01') } },
        time,
      ),
  ],
  [
    '[V11] [V13] work does not come before consent and inspection',
    readyToWork,
    '09:40',
    (time) => command('StartWork', { visit }, time),
  ],
  [
    '[V17] chargeable work does not come before the signed quote',
    [...readyToWork, site.quoteSigned()],
    '09:56',
    (time) => command('StartWork', { visit }, time),
  ],
  [
    '[V19] a suspension does not come before the work',
    working,
    '09:50',
    (time) => command('SuspendWork', { ...suspension, resumeAt: at('14:30') }, time),
  ],
  [
    '[V19] a second suspension does not come before the resumption',
    [...working, site.suspended(), resumed],
    '14:00',
    (time) => command('SuspendWork', { ...suspension, resumeAt: at('14:30') }, time),
  ],
  [
    '[V19] a resumption does not come before the suspension',
    [...working, site.suspended()],
    '10:00',
    (time) => command('ResumeWork', { visit }, time),
  ],
  [
    '[R10] the logging of hours does not come before the work',
    working,
    '09:50',
    (time) =>
      command('LogLabour', { visit, workType: '检修', span: span('09:31', '09:45') }, time, {
        known: { logged: [] },
      }),
  ],
  [
    '[R12] a consumed part does not come before the work',
    working,
    '09:50',
    (time) =>
      command('ConsumePart', { visit, sku: 'CAP-35', quantity: 1 }, time, { known: { inHand: 1 } }),
  ],
  [
    '[R10] a repair does not come before the work',
    working,
    '09:50',
    (time) => command('CompleteRepair', { ...repair, cause: 'no-fault' }, time),
  ],
  [
    '[V17] a chargeable repair does not come before the signed quote',
    [...working, site.externalCause(), site.quoteSigned()],
    '09:56',
    (time) => command('CompleteRepair', { ...repair, cause: 'external' }, time),
  ],
  [
    '[V18] a return does not come before the taking in',
    [...onSite, past.productTakenIn()],
    '10:00',
    (time) => command('ReturnProduct', { product: 'AC-778', receivedBy: '孙丽' }, time),
  ],
  [
    '[V22] a signed record does not come before the repair',
    [...working, past.repaired()],
    '10:30',
    (time) => command('SignServiceRecord', { visit, signature: SIGNATURE, satisfaction: 5 }, time),
  ],
  [
    '[V22] a refused signature does not come before the repair',
    [...working, past.repaired()],
    '10:30',
    (time) => command('RefuseSignature', { visit, reason: '要等校长' }, time),
  ],
  [
    '[V17] money does not come before the signed quote',
    [...working, site.quoteSigned()],
    '09:56',
    (time) => command('CollectCharge', { visit, amount: '80.00', method: 'cash' }, time),
  ],
  [
    '[V23] a receipt does not come before the money',
    [...working, site.collected()],
    '10:46',
    (time) => command('IssueReceipt', { visit, number: 'R-1' }, time),
  ],
  [
    '[V26] a second farewell does not come before the first',
    [...working, site.farewell()],
    '10:50',
    (time) =>
      command('BidFarewell', { visit, responsiblePersonsAsked: true, customerContent: true }, time),
  ],
  [
    '[R10] the leaving does not come before what was done there',
    [...working, site.cleaned()],
    '10:40',
    (time) => command('LeaveSite', { visit }, time),
  ],
  [
    '[V22] completed paper does not come before its signature',
    [...working, past.left('10:42'), site.signed()],
    '10:45',
    (time) => command('CompleteVisit', { visit }, time),
  ],
])('%s', (_, events, earliest, step) => {
  const minuteBefore = new Date(Date.parse(at(earliest)) - 60_000).toISOString();
  expect(() => taken(events, step(minuteBefore))).toThrow(
    `occurred-too-early: it cannot have happened before the step it follows (2026-03-02 ${earliest}:00)`,
  );
  expect(taken(events, step(at(earliest)))).not.toEqual([]);
});

test('the refusal points at the time that does not fit', () => {
  const start = () => taken(readyToWork, command('StartWork', { visit }, '09:39'));
  expect(start).toThrow(expect.objectContaining({ pointer: '/occurredAt' }));
  expect(start).toThrow(Invalid);
});

test('[R12] a part that is written down after the repair and the leaving keeps its own time', () => {
  const gone = [...working, past.repaired(), past.left()];
  const part = { visit, sku: 'CAP-35', quantity: 1 };
  expect(taken(gone, command('ConsumePart', part, '10:10', { known: { inHand: 1 } }))).toEqual([
    'PartConsumed',
  ]);
});

test('[V23] money taken at the counter does not hold back a leaving that is sent late', () => {
  const paid = event(
    'ChargeCollected',
    { visit, amount: '180.00', method: 'transfer', collectedBy: 'wu-ting' },
    '11:30',
  );
  expect(taken([...working, paid], command('LeaveSite', { visit }, '11:00'))).toContain(
    'TechnicianLeft',
  );
});

test('what comes late with an earlier time moves nothing back', () => {
  const [twice] = ticketAfter(
    ...onSite,
    site.entitled(),
    event('EntitlementChecked', site.entitled().data, '09:33'),
  ).visits;
  expect(twice?.stepsAt).toEqual({ EntitlementChecked: at('09:35') });
});

test('[V5] a moved visit keeps the hour of its preparation as long as the same technician goes', () => {
  const later = span('14:00', '15:00');
  expect(ticketAfter(...planned, past.rescheduled(later)).visits[0]?.stepsAt).toEqual({
    VisitPrepared: at('08:40'),
  });
  const another = past.rescheduled(later, { technician: 'wang-fang' });
  expect(ticketAfter(...planned, another).visits[0]?.stepsAt).toEqual({});
});
