import { evolve, initialState } from '../domain/ticket/ticket.evolve.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { SentenceContext } from './sentence-context.js';

type Recorded = TicketEvent & { readonly version: number };

/** An event with the context that its sentence is made in: the ticket as it stood before. */
export interface InContext<Event> {
  readonly event: Event;
  readonly context: SentenceContext;
}

/**
 * The events in the order in which they happened, each with its context. The opening of the ticket
 * and the planning of a visit may have been recorded with a later time than events that presuppose
 * them; the context then includes them from the first such event on.
 */
export function* chronological<Event extends Recorded>(
  events: readonly Event[],
): Generator<InContext<Event>> {
  const foundations = foundationsOf(events);
  let ticket: Ticket = initialState();
  for (const event of inOrder(events)) {
    for (const missing of foundations(ticket, event)) ticket = evolve(ticket, missing);
    const context = contextOf(ticket, event);
    if (!isThere(ticket, event)) ticket = evolve(ticket, event);
    yield { event, context };
  }
}

function inOrder<Event extends Recorded>(events: readonly Event[]): Event[] {
  return events.toSorted((a, b) =>
    a.occurredAt === b.occurredAt ? a.version - b.version : a.occurredAt < b.occurredAt ? -1 : 1,
  );
}

/** The opening or planning that an event presupposes and the ticket does not have yet. */
function foundationsOf(events: readonly TicketEvent[]) {
  const opening = events.find(({ type }) => type === 'TicketOpened');
  const plans = new Map(
    events.flatMap((event) =>
      event.type === 'VisitScheduled' ? [[event.data.visit, event] as const] : [],
    ),
  );
  return (ticket: Ticket, event: TicketEvent): TicketEvent[] => {
    const plan = plans.get(visitOf(event) ?? 0);
    return [opening, plan].filter(
      (missing) => missing !== undefined && missing !== event && !isThere(ticket, missing),
    ) as TicketEvent[];
  };
}

/** Whether the event is an opening or a planning that the ticket already has. */
function isThere(ticket: Ticket, event: TicketEvent): boolean {
  if (event.type === 'TicketOpened') return ticket.status !== 'none';
  return event.type === 'VisitScheduled' && contextOf(ticket, event).visit !== undefined;
}

function contextOf(ticket: Ticket, event: TicketEvent): SentenceContext {
  const opened = ticket.status === 'none' ? undefined : ticket;
  const number = visitOf(event);
  return { ticket: opened, visit: opened?.visits.find(({ visit }) => visit === number) };
}

function visitOf({ data }: TicketEvent): number | undefined {
  return 'visit' in data ? data.visit : undefined;
}
