import type { TicketEvent } from './ticket.events.js';

/** What a ticket has collected so far. */
export interface Collected {
  readonly entries: number;
  readonly photos: number;
}

/** What was collected, after one more event. */
export function collectedAfter({ entries, photos }: Collected, { data }: TicketEvent): Collected {
  const more = 'photos' in data ? data.photos.length : 0;
  return { entries: entries + 1, photos: photos + more };
}
