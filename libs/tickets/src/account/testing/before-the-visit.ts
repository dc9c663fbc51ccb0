import type { TicketEvent } from '../../domain/ticket/ticket.events.js';
import { DISPATCHER, HOTLINE, LI_WEI, span, TICKET } from '../../testing/ticket.builders.js';
import { clocksSet } from '../../testing/clocks.past.js';
import { recorder } from './recorder.js';

/** From the call until everything is packed, the badge forgotten. */
export const beforeTheVisit: TicketEvent[] = [];

const hotline = recorder(beforeTheVisit, HOTLINE);
const dispatcher = recorder(beforeTheVisit, DISPATCHER);
const technician = recorder(beforeTheVisit, LI_WEI);
const quietHours = [{ from: '12:00', until: '14:00' }];

hotline(
  '08:00',
  'TicketOpened',
  {
    ticket: TICKET,
    source: 'hotline',
    fault: '空调不制冷',
    emergency: false,
    name: '孙丽',
    phone: '13800000001',
    address: '人民路 8 号 3 单元 502',
    landmark: '人民公园东门',
    quietHours,
  },
  ['N12'],
);
beforeTheVisit.push(...clocksSet);
technician(
  '08:10',
  'FaultAnalysed',
  { symptom: '不制冷', suspectedCause: '电容老化', parts: ['CAP-35'], tools: ['T-100'] },
  ['V6'],
);
dispatcher(
  '08:20',
  'VisitScheduled',
  { visit: 1, technician: LI_WEI.id, window: span('09:00', '10:00'), atCustomersWish: false },
  ['V19'],
);
technician(
  '08:40',
  'VisitPrepared',
  {
    visit: 1,
    badge: false,
    uniform: true,
    tools: ['T-100'],
    parts: [{ sku: 'CAP-35', quantity: 1 }],
  },
  ['V3', 'V4', 'V5'],
);
technician(
  '08:40',
  'FindingRecorded',
  { finding: 1, article: 'V4', code: 'badge-missing', visit: 1, person: LI_WEI.id },
  ['V4'],
);
