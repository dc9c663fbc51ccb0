import { newId, type Actor, type DomainEvent } from '@app/kernel';
import type { NewEvent } from '@app/event-store';
import type { TicketEvent, TicketOpened } from '@app/tickets';

const HOTLINE: Actor = { id: 'liu-yang', role: 'hotline' };
const DISPATCHER: Actor = { id: 'zhao-min', role: 'dispatcher' };
const LI_WEI: Actor = { id: 'li-wei', role: 'technician' };

const window = { from: '2026-03-02T01:00:00.000Z', until: '2026-03-02T03:00:00.000Z' };

/** A new ticket. */
export function ticketOpened(ticket: string): NewEvent {
  const data: TicketOpened['data'] = {
    ticket,
    source: 'hotline',
    fault: '空调不制冷，室外机不转',
    emergency: false,
    name: '王建国',
    phone: '13800138000',
    address: '滨海市海港区人民路 128 号 3 单元 402 室',
    landmark: '建设银行对面',
    quietHours: [],
  };
  return enveloped({ type: 'TicketOpened', data }, HOTLINE);
}

/** A ticket from the call to the closing, in ten events. */
export function ticketHistory(ticket: string): NewEvent[] {
  const deadline = {
    round: 1,
    from: '2026-03-02T00:00:00.000Z',
    terms: 'default',
    edition: '2026.1',
    minutes: 240,
    warnPercent: 75,
    due: '2026-03-02T04:00:00.000Z',
    warnAt: '2026-03-02T03:00:00.000Z',
    paused: 0,
    pauses: [],
  };
  const by = (actor: Actor, ...events: readonly Happened[]) =>
    events.map((event) => enveloped(event, actor));
  return [
    ticketOpened(ticket),
    ...by(
      HOTLINE,
      { type: 'SlaDeadlineSet', data: { clock: 'response', ...deadline } },
      { type: 'SlaDeadlineSet', data: { clock: 'restoration', ...deadline } },
    ),
    ...by(DISPATCHER, {
      type: 'VisitScheduled',
      data: { visit: 1, technician: 'li-wei', window, atCustomersWish: false },
    }),
    ...by(
      LI_WEI,
      {
        type: 'VisitPrepared',
        data: { visit: 1, badge: true, uniform: true, tools: ['T-1'], parts: [] },
      },
      { type: 'TechnicianDeparted', data: { visit: 1 } },
      { type: 'TechnicianArrived', data: { visit: 1 } },
      { type: 'CustomerGreeted', data: { visit: 1, introduced: true, credentialsShown: true } },
    ),
    ...by(
      DISPATCHER,
      {
        type: 'TicketResolved',
        data: { summary: '更换电容，试机正常', outcome: 'restored', givenUp: [], openFindings: [] },
      },
      { type: 'TicketClosed', data: { findings: [] } },
    ),
  ];
}

type Without<Event> = Event extends DomainEvent ? Pick<Event, 'type' | 'data'> : never;
type Happened = Without<TicketEvent>;

function enveloped({ type, data }: Happened, actor: Actor): NewEvent {
  const commandId = newId();
  return {
    id: newId(),
    type,
    schemaVersion: 1,
    data,
    meta: {
      occurredAt: '2026-03-02T00:30:00.000Z',
      actor,
      articles: [],
      commandId,
      commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A',
      correlationId: newId(),
      causationId: commandId,
      policyVersion: '2026-01',
    },
  };
}
