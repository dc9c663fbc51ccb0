import { emergencyEventTypes, type EmergencyLadderEvent } from '@app/emergencies';
import { derivedId, type Actor, type Instant } from '@app/kernel';
import { only, send, type Process, type Send } from '@app/processes';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import { districtOf } from '../domain/district.js';
import type { NoticeAbout } from '../domain/notice.events.js';
import { noticeStreams } from '../domain/notice.js';

const OF_TICKETS = [
  'TicketOpened',
  'IntakeCorrected',
  'CustomerLinked',
  'VisitScheduled',
  'VisitRescheduled',
  'TechnicianAdded',
  'VisitCancelled',
  'TechnicianRemoved',
  'TicketClosed',
  'TicketCancelled',
] as const;
const OF_EMERGENCIES = ['EscalationRungCalled', 'GeneralManagerCalled'] as const;

type Handled =
  | Extract<TicketEvent, { type: (typeof OF_TICKETS)[number] }>
  | Extract<EmergencyLadderEvent, { type: (typeof OF_EMERGENCIES)[number] }>;

/** What of a ticket is in its notices. */
interface State {
  readonly district?: string;
  /** The windows of its visits, by number, for those who come along later. */
  readonly windows: Readonly<Record<number, { readonly from: Instant; readonly until: Instant }>>;
  /** Who planned each visit, and is told when it is without a technician. */
  readonly planners?: Readonly<Record<number, string>>;
}

/** Whoever is called in an emergency, or is to go to a customer, has it in their notices. */
export const notifyWhoeverIsCalledOrGivenATask: Process<State, Handled> = {
  name: 'notify-whoever-is-called-or-given-a-task',
  startsAt: 'installation',
  handles: {
    ...only(ticketEventTypes, OF_TICKETS),
    ...only(emergencyEventTypes, OF_EMERGENCIES),
  },
  keyOf: ({ stream }) => ticketOf(stream),
  initialState: { windows: {} },
  evolve(state, { type, data, actor }) {
    switch (type) {
      case 'TicketOpened':
      case 'IntakeCorrected':
      case 'CustomerLinked': {
        if (data.address === undefined) return state;
        const { district: _before, ...rest } = state;
        const district = districtOf(data.address);
        return { ...rest, ...(district !== undefined && { district }) };
      }
      case 'VisitScheduled':
      case 'VisitRescheduled':
        return {
          ...state,
          windows: { ...state.windows, [data.visit]: data.window },
          planners: { ...state.planners, [data.visit]: actor.id },
        };
      case 'TicketClosed':
      case 'TicketCancelled':
        return undefined;
      default:
        return state;
    }
  },
  react(event, { district, windows, planners }) {
    const give = (employee: string, about: NoticeAbout): Send => {
      const notice = derivedId(event.id, employee);
      const of = { ticket: ticketOf(event.stream), ...(district !== undefined && { district }) };
      const given = { notice, employee, ...of, about, since: event.occurredAt };
      return send(noticeStreams, notice, 'GiveNotice', given);
    };
    switch (event.type) {
      case 'EscalationRungCalled': {
        const { rung, name, employees } = event.data;
        return employees.map((each) => give(each, { kind: 'rung-called', rung, name }));
      }
      case 'GeneralManagerCalled':
        return [give(event.data.employee, { kind: 'general-manager-called' })];
      case 'VisitScheduled':
      case 'VisitRescheduled': {
        const { technician, visit, window } = event.data;
        return [give(technician, { kind: 'visit-assigned', visit, window })];
      }
      case 'TechnicianAdded': {
        const { technician, visit } = event.data;
        const window = windows[visit];
        return window ? [give(technician, { kind: 'visit-assigned', visit, window })] : [];
      }
      case 'VisitCancelled':
      case 'TechnicianRemoved': {
        const { visit } = event.data;
        return unassignedFor(event.actor, planners?.[visit]).map((planner) =>
          give(planner, { kind: 'visit-unassigned', visit }),
        );
      }
      default:
        return [];
    }
  },
};

/** Whoever planned what a process has called off; what people call off, they tell those concerned themselves. */
function unassignedFor({ role }: Actor, planner: string | undefined): readonly string[] {
  return role === 'process' && planner !== undefined ? [planner] : [];
}

/** A ticket and its emergency are dealt with under one key. */
function ticketOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
