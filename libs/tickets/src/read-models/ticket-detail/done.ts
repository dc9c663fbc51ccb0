import type { RecordedTicketEvent } from '../of-ticket.js';
import type { Done } from './detail-values.row.js';

/** Who caused the event, and when it happened by their clock. */
export function done({ occurredAt, actor }: RecordedTicketEvent): Done {
  return { at: occurredAt, by: actor };
}
