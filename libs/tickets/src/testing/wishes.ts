import { plusMinutes, type Instant } from '@app/kernel';
import type { TicketCommand } from '../contract.js';
import { command, DISPATCHER, span, SUPERVISOR } from './ticket.builders.js';

/** One wish at one moment; `pick` chooses among the ways in which it can be put. */
export type Wish = (time: Instant, pick: number) => TicketCommand;

const technicians = ['li-wei', 'wang-fang'] as const;
const who = (pick: number) => technicians[pick % 2]!;
const visitOf = (pick: number) => 1 + (pick % 2);
const windows = [span('09:00', '11:00'), span('15:00', '17:00'), span('10:00', '11:30', 1)];
const byDispatcher = (pick: number, receivedAt: Instant) => ({
  by: DISPATCHER,
  known: { technician: { employee: who(pick), active: true }, receivedAt },
});

/** The wishes of which histories are made; a decider refuses what does not follow. */
export const wishes: readonly Wish[] = [
  (time) => command('ReviewCustomerFile', {}, time),
  (time) =>
    command(
      'AnalyseFault',
      { symptom: '不制冷', suspectedCause: '电容', parts: ['CAP-35'], tools: ['T-1'] },
      time,
    ),
  (time, pick) =>
    command(
      'ScheduleVisit',
      { technician: who(pick), window: windows[pick % 3]!, atCustomersWish: true },
      time,
      byDispatcher(pick, time),
    ),
  (time, pick) =>
    command(
      'RescheduleVisit',
      {
        visit: visitOf(pick),
        technician: who(pick),
        window: windows[(pick + 1) % 3]!,
        atCustomersWish: true,
        reason: '改期',
      },
      time,
      byDispatcher(pick, time),
    ),
  (time, pick) =>
    command('CancelVisit', { visit: visitOf(pick), reason: '客户不在家' }, time, {
      by: DISPATCHER,
      known: { receivedAt: time },
    }),
  (time, pick) =>
    command(
      'PrepareVisit',
      { visit: visitOf(pick), badge: pick > 3, uniform: true, tools: ['T-1'], parts: [] },
      time,
      { known: { toolsInHand: ['T-1'] } },
    ),
  (time, pick) => command('Depart', { visit: visitOf(pick) }, time),
  (time, pick) => command('RecordArrival', { visit: visitOf(pick) }, time),
  (time, pick) => command('RecordArrival', { visit: visitOf(pick) }, time),
  (time, pick) => command('RecordNoShow', { visit: visitOf(pick) }, time, { by: DISPATCHER }),
  (time, pick) =>
    command(
      'GreetCustomer',
      { visit: visitOf(pick), introduced: true, credentialsShown: pick > 4 },
      time,
    ),
  (time, pick) =>
    command('CheckEntitlement', { visit: visitOf(pick), document: 'W-1' }, time, {
      known: { entitlement: { kind: 'in-warranty' } },
    }),
  (time, pick) => command('RecordConsent', { visit: visitOf(pick), by: '孙丽' }, time),
  (time, pick) =>
    command(
      'InspectIntegrity',
      { visit: visitOf(pick), partsComplete: true, tamperingSigns: false, photos: [] },
      time,
    ),
  (time, pick) =>
    command(
      'TakeProductIn',
      { visit: visitOf(pick), product: 'AC-778', custodySlip: 'CS-1', agreedBy: '孙丽' },
      time,
    ),
  (time) => command('ReturnProduct', { product: 'AC-778', receivedBy: '孙丽' }, time),
  (time, pick) => command('StartWork', { visit: visitOf(pick) }, time),
  (time, pick) =>
    command(
      'SuspendWork',
      {
        visit: visitOf(pick),
        reason: 'other',
        customerSide: pick % 3 > 0,
        resumeAt: plusMinutes(time, 60),
      },
      time,
    ),
  (time, pick) => command('ResumeWork', { visit: visitOf(pick) }, time),
  (time, pick) =>
    command(
      'CompleteRepair',
      {
        visit: visitOf(pick),
        cause: 'company-product',
        testResult: '正常',
        restored: pick % 4 > 0,
        photos: [],
      },
      time,
    ),
  (time, pick) => command('LeaveSite', { visit: visitOf(pick) }, time),
  (time, pick) =>
    command(
      'ReviewFinding',
      { finding: 1 + (pick % 4), verdict: pick % 2 ? 'upheld' : 'excused', reason: '已核实' },
      time,
      { by: SUPERVISOR },
    ),
  (time) => command('ResolveTicket', { summary: '已修复' }, time, { by: DISPATCHER }),
  (time) => command('ReopenTicket', { reason: '再次故障' }, time, { by: DISPATCHER }),
  (time, pick) =>
    command(pick === 0 ? 'CancelTicket' : 'ReopenTicket', { reason: '客户撤回' }, time, {
      by: DISPATCHER,
      known: { receivedAt: time },
    }),
];

/** The call with which every history begins. */
export function opening(ticket: string): TicketCommand {
  return command(
    'OpenTicket',
    {
      ticket,
      source: 'hotline',
      fault: '空调不制冷',
      name: '孙丽',
      phone: '13800000001',
      address: '人民路 8 号',
      landmark: null,
    },
    '08:00',
    {
      by: DISPATCHER,
      known: { defaultQuietHours: [], sla: { terms: 'default', response: 120, restoration: 240 } },
    },
  );
}
