import { employeeEventTypes, type EmployeeDismissed } from '@app/department';
import { plusMinutes, type Instant } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { ticketEventTypes, ticketStreams, type TicketEvent } from '../contract.js';

type Planned = Extract<
  TicketEvent,
  { type: 'VisitScheduled' | 'VisitRescheduled' | 'TechnicianAdded' }
>;

/** A visit that somebody was to make, or to come along on. */
interface Assigned {
  readonly ticket: string;
  readonly visit: number;
  /** When it is past, and forgotten. */
  readonly until: Instant;
}

/** The visits of one technician that are not past. Who makes one by now knows the ticket better. */
interface Assignments {
  readonly visits: readonly Assigned[];
}

/** Whoever comes along is told of no window: for so many minutes it is taken to be still to come. */
const ALONG = 90 * 24 * 60;

/** D7: whoever is dismissed goes to no customer any more; what they were to do is planned anew. */
export const unassignVisitsOfWhoeverIsDismissed: Process<Assignments, Planned | EmployeeDismissed> =
  {
    name: 'unassign-visits-of-whoever-is-dismissed',
    startsAt: 'first-event',
    handles: {
      ...only(ticketEventTypes, ['VisitScheduled', 'VisitRescheduled', 'TechnicianAdded']),
      ...only(employeeEventTypes, ['EmployeeDismissed']),
    },
    keyOf: ({ type, data }) => (type === 'EmployeeDismissed' ? data.employee : data.technician),
    initialState: { visits: [] },
    evolve({ visits }, event) {
      if (event.type === 'EmployeeDismissed') return undefined;
      const ticket = event.stream.slice('ticket-'.length);
      const { visit } = event.data;
      const others = visits.filter(
        (each) =>
          each.until > event.occurredAt && !(each.ticket === ticket && each.visit === visit),
      );
      const until =
        event.type === 'TechnicianAdded'
          ? plusMinutes(event.occurredAt, ALONG)
          : event.data.window.until;
      return { visits: [...others, { ticket, visit, until }] };
    },
    react({ type, data, occurredAt }, { visits }) {
      if (type !== 'EmployeeDismissed') return [];
      const reason = '技术员被解雇 / the technician was dismissed';
      return visits
        .filter(({ until }) => until > occurredAt)
        .map(({ ticket, visit }) =>
          send(ticketStreams, ticket, 'UnassignTechnician', {
            visit,
            technician: data.employee,
            reason,
          }),
        );
    },
  };
