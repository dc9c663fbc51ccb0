import type { TicketEvent } from '../../domain/ticket/ticket.events.js';
import { TICKET } from '../../testing/ticket.builders.js';

type OfTheCall = 'TicketOpened' | 'IntakeCorrected' | 'CustomerLinked' | 'TicketRaisedToEmergency';

/** What the events of the call may say. */
export const ofTheCall: {
  readonly [Type in OfTheCall]: Extract<TicketEvent, { type: Type }>['data'];
} = {
  TicketOpened: {
    ticket: TICKET,
    source: 'walk-in',
    fault: '门禁打不开',
    emergency: true,
    name: '周强',
    phone: '13900000002',
    address: '建设路 1 号',
    landmark: null,
    quietHours: [],
  },
  IntakeCorrected: { landmark: '西门', before: { landmark: null }, reason: '客户来电补充' },
  TicketRaisedToEmergency: { reason: '水漫到配电间' },
  CustomerLinked: {
    customer: 'C-1',
    name: '东湖大厦物业',
    phone: '13900000002',
    address: '建设路 1 号',
    landmark: null,
    quietHours: [],
    before: { name: '周强' },
    reason: '查到档案',
  },
};
