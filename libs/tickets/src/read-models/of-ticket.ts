import type { RecordedEvent } from '@app/event-store';
import type { Recorded } from '@app/projections';
import type { TicketEvent } from '../contract.js';

/** A ticket's event as the log holds it. */
export type RecordedTicketEvent = Recorded<TicketEvent>;

const PREFIX = 'ticket-';

/** The ticket that an event is of; none when it stands in another kind of stream. */
export function ticketOf({ stream }: Pick<RecordedEvent, 'stream'>): readonly string[] {
  return stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : [];
}
