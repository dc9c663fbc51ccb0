import type { Instant, LocalTime, Span } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import {
  at,
  DISPATCHER,
  event,
  HOTLINE,
  LI_WEI,
  span,
  SUPERVISOR,
  TICKET,
} from './ticket.builders.js';

type DataOf<Type> = Extract<TicketEvent, { type: Type }>['data'];
type Time = LocalTime | Instant;

/** 08:00: Mrs Sun's air conditioner does not cool. */
export function opened(more: Partial<DataOf<'TicketOpened'>> = {}, time: Time = '08:00') {
  const data = {
    ticket: TICKET,
    source: 'hotline' as const,
    fault: '空调不制冷',
    emergency: false,
    name: '孙丽',
    phone: '13800000001',
    address: '人民路 8 号 3 单元 502',
    landmark: '人民公园东门',
    quietHours: [
      { from: '12:00', until: '14:00' },
      { from: '21:00', until: '08:00' },
    ],
    ...more,
  };
  return event('TicketOpened', data, time, HOTLINE);
}

/** By Li Wei, for the visit that he is to make. */
export const fileReviewed = (time: Time = '08:10', visit = 1) =>
  event('CustomerFileReviewed', { visit, technician: LI_WEI.id }, time);

export const faultAnalysed = (more: Partial<DataOf<'FaultAnalysed'>> = {}, time: Time = '08:15') =>
  event(
    'FaultAnalysed',
    {
      visit: 1,
      technician: LI_WEI.id,
      symptom: '不制冷',
      suspectedCause: '电容老化',
      parts: ['CAP-35'],
      tools: ['T-100'],
      ...more,
    },
    time,
  );

/** 08:20: Li Wei is to come between 09:00 and 11:00. */
export const scheduled = (more: Partial<DataOf<'VisitScheduled'>> = {}, time: Time = '08:20') =>
  event(
    'VisitScheduled',
    {
      visit: 1,
      technician: LI_WEI.id,
      window: span('09:00', '11:00'),
      atCustomersWish: false,
      ...more,
    },
    time,
    DISPATCHER,
  );

export const rescheduled = (
  window: Span,
  more: Partial<DataOf<'VisitRescheduled'>> = {},
  time: Time = '08:25',
) =>
  event(
    'VisitRescheduled',
    {
      visit: 1,
      technician: LI_WEI.id,
      window,
      atCustomersWish: false,
      reason: '客户改时间',
      ...more,
    },
    time,
    DISPATCHER,
  );

export const visitCancelled = (time: Time = '08:30', visit = 1) =>
  event('VisitCancelled', { visit, reason: '客户不在家' }, time, DISPATCHER);

export const prepared = (more: Partial<DataOf<'VisitPrepared'>> = {}, time: Time = '08:40') =>
  event(
    'VisitPrepared',
    {
      visit: 1,
      badge: true,
      uniform: true,
      tools: ['T-100'],
      parts: [{ sku: 'CAP-35', quantity: 1 }],
      ...more,
    },
    time,
  );

export const departed = (time: Time = '09:00', visit = 1) =>
  event('TechnicianDeparted', { visit }, time);

export const delayNotified = (newArrival: LocalTime, time: Time, visit = 1) =>
  event(
    'DelayNotified',
    { visit, reason: '堵车', apologised: true, newArrival: at(newArrival) },
    time,
  );

export const arrived = (time: Time = '09:30', visit = 1) =>
  event('TechnicianArrived', { visit }, time);

export const customerAbsent = (time: Time = '09:50', visit = 1) =>
  event(
    'CustomerAbsent',
    { visit, waitedMinutes: 20, called: '打了两次电话', noteLeft: true },
    time,
  );

export const noShow = (time: Time = '11:30', visit = 1) =>
  event('NoShowRecorded', { visit }, time, DISPATCHER);

export const workStarted = (time: Time = '09:50', visit = 1) =>
  event('WorkStarted', { visit }, time);

export const repaired = (more: Partial<DataOf<'RepairCompleted'>> = {}, time: Time = '10:30') =>
  event(
    'RepairCompleted',
    {
      visit: 1,
      cause: 'company-product',
      testResult: '出风 12 度',
      restored: true,
      photos: [],
      ...more,
    },
    time,
  );

export const productTakenIn = (time: Time = '10:00', visit = 1) =>
  event(
    'ProductTakenIn',
    { visit, product: 'AC-778', custodySlip: 'CS-1', agreedBy: '孙丽', photos: [] },
    time,
  );

export const productReturned = (time: Time = '16:00', visit = 1) =>
  event('ProductReturned', { visit, product: 'AC-778', receivedBy: '孙丽' }, time);

export const left = (time: Time = '11:00', visit = 1) => event('TechnicianLeft', { visit }, time);

export const visitCompleted = (time: Time = '11:10', visit = 1) =>
  event('VisitCompleted', { visit, openFindings: [] }, time);

export const found = (
  finding: number,
  article: ArticleId,
  code: string,
  more: Partial<DataOf<'FindingRecorded'>> = {},
) =>
  event(
    'FindingRecorded',
    { finding, article, code, visit: 1, person: LI_WEI.id, ...more },
    '10:00',
  );

export const excused = (finding: number, article: ArticleId, time: Time = '14:00') =>
  event('FindingExcused', { finding, article, reason: '客户要求' }, time, SUPERVISOR);

export const resolved = (
  time: Time = '15:00',
  outcome: DataOf<'TicketResolved'>['outcome'] = 'restored',
) =>
  event(
    'TicketResolved',
    { summary: '更换电容，恢复制冷', outcome, givenUp: [], openFindings: [] },
    time,
    DISPATCHER,
  );

export const closed = (time: Time = '16:00') =>
  event('TicketClosed', { findings: [] }, time, DISPATCHER);

export const reopened = (time: Time = '17:00') =>
  event('TicketReopened', { reason: '故障再次出现' }, time, HOTLINE);

export const cancelled = (time: Time = '15:00') =>
  event('TicketCancelled', { reason: '客户撤回', openFindings: [] }, time, HOTLINE);
