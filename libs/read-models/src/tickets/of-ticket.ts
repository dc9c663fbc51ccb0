import type { RecordedEvent } from '@app/event-store';
import type { TicketEvent } from '@app/tickets';

/** A ticket's event as the log holds it. */
export type RecordedTicketEvent = Omit<RecordedEvent, 'type' | 'data'> & TicketEvent;

const PREFIX = 'ticket-';

/** The ticket that an event is of; none when it stands in another kind of stream. */
export function ticketOf({ stream }: RecordedEvent): readonly string[] {
  return stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : [];
}

/** The event with its type and data bound together; the stream's own types are all it can be. */
export function asTicketEvent(event: RecordedEvent): RecordedTicketEvent {
  return event as RecordedTicketEvent;
}
