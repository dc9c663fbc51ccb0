import { fold, Invalid } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  span,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';

const { onSite, readyToWork, working, SIGNATURE } = site;
const visit = 1;
const planned = [past.opened(), past.scheduled(), past.prepared({}, '08:40')];
const repair = { visit, testResult: '出风 12 度', restored: true, photos: [] };
const inspection = { visit, partsComplete: true, tamperingSigns: false, photos: [] };
const quote = site.labourQuote('180.00', 'extra-service');
const signedAt = (time: string) => ({ ...SIGNATURE, signedAt: time });
const firstQuote = event(
  'ChargeAcknowledged',
  { visit, quote, total: '180.00', signature: signedAt(at('09:55')) },
  '09:56',
);
const suspension = {
  visit,
  reason: 'rest-or-meal',
  customerSide: true,
  hoursAsked: true,
  apologised: true,
} as const;
const appointment = {
  technician: 'li-wei',
  window: span('09:00', '11:00'),
  atCustomersWish: false,
};
const known = { technician: { employee: 'li-wei', active: true }, receivedAt: at('08:30') };
const analysis = { symptom: '不制冷', suspectedCause: '电容老化', parts: [], tools: [] };
const followUp = { channel: 'phone', sampled: true, answer: '又不制冷了' } as const;
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
    (time) => command('AcknowledgeDiscrepancy', { visit, signature: signedAt(time) }, time),
  ],
  [
    '[V17] a second quote does not come before the first',
    [...onSite, firstQuote],
    '09:56',
    (time) =>
      command('AcknowledgeCharge', { visit, quote, signature: signedAt(at('09:56')) }, time),
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
    (time) =>
      command(
        'ReturnProduct',
        { product: 'AC-778', receivedBy: '孙丽', signature: site.SIGNATURE },
        time,
      ),
  ],
  [
    '[V22] a signed record does not come before the repair',
    [...working, past.repaired()],
    '10:30',
    (time) =>
      command('SignServiceRecord', { visit, signature: signedAt(time), satisfaction: 5 }, time),
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
  [
    '[V6] the customer’s file is not reviewed before the call',
    [past.opened()],
    '08:00',
    (time) => command('ReviewCustomerFile', {}, time, { by: DISPATCHER }),
  ],
  [
    '[V6] a fault is not analysed before the call',
    [past.opened()],
    '08:00',
    (time) => command('AnalyseFault', analysis, time, { by: DISPATCHER }),
  ],
  [
    '[V19] no visit is scheduled before the call',
    [past.opened()],
    '08:00',
    (time) => command('ScheduleVisit', appointment, time, { known }),
  ],
  [
    '[V19] a visit is not moved before it was scheduled',
    planned,
    '08:20',
    (time) =>
      command(
        'RescheduleVisit',
        { ...appointment, visit, window: span('15:00', '16:00'), reason: '客户改时间' },
        time,
        { known },
      ),
  ],
  [
    '[V19] a visit is not called off before it was moved',
    [...planned, past.rescheduled(span('15:00', '16:00'))],
    '08:25',
    (time) => command('CancelVisit', { visit, reason: '客户不在家' }, time, { known }),
  ],
  [
    '[R10] a ticket is not resolved before the repair',
    [...working, past.left('10:20'), past.repaired()],
    '10:30',
    (time) => command('ResolveTicket', { summary: '更换电容' }, time),
  ],
  [
    '[R10] a ticket is not resolved while somebody is there',
    [...working, past.repaired(), past.left()],
    '11:00',
    (time) => command('ResolveTicket', { summary: '更换电容' }, time),
  ],
  [
    '[R10] a ticket is not closed before it is resolved',
    [past.opened(), past.resolved()],
    '15:00',
    (time) => command('CloseTicket', {}, time),
  ],
  [
    '[R13] a ticket is not closed before its findings are reviewed',
    [past.opened(), past.resolved('12:00'), past.found(1, 'V7', 'no-show'), past.excused(1, 'V7')],
    '14:00',
    (time) => command('CloseTicket', {}, time),
  ],
  [
    '[R13] a finding is not reviewed before it was found',
    [past.opened(), past.found(1, 'V7', 'no-show')],
    '10:00',
    (time) => command('ReviewFinding', { finding: 1, verdict: 'upheld' }, time, { by: SUPERVISOR }),
  ],
  [
    '[R10] a ticket is not cancelled before the call',
    [past.opened()],
    '08:00',
    (time) => command('CancelTicket', { reason: '客户撤回' }, time),
  ],
  [
    '[R10] a ticket is not reopened before it was closed',
    [past.opened(), past.resolved(), past.closed()],
    '16:00',
    (time) =>
      command('ReopenTicket', { reason: '故障再次出现' }, time, { known: { sla: POLICY_TERMS } }),
  ],
  [
    '[R6] a follow-up does not come before the resolution',
    [past.opened(), past.resolved(), past.closed()],
    '15:00',
    (time) =>
      command('FollowUp', { ...followUp, satisfied: true }, time, { known: { sla: POLICY_TERMS } }),
  ],
  [
    '[R6] [V25] a bad answer does not reopen a ticket before it was closed',
    [past.opened(), past.resolved(), past.closed()],
    '16:00',
    (time) =>
      command('FollowUp', { ...followUp, satisfied: false }, time, {
        known: { sla: POLICY_TERMS },
      }),
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
  expect(twice?.stepsAt).toMatchObject({ EntitlementChecked: at('09:35') });
});

test('[V5] a moved visit keeps the hour of its preparation as long as the same technician goes', () => {
  const later = span('14:00', '15:00');
  expect(ticketAfter(...planned, past.rescheduled(later)).visits[0]?.stepsAt).toMatchObject({
    VisitPrepared: at('08:40'),
  });
  const another = past.rescheduled(later, { technician: 'wang-fang' });
  expect(ticketAfter(...planned, another).visits[0]?.stepsAt).not.toHaveProperty('VisitPrepared');
});
