import type { RecordedTicketEvent } from '../of-ticket.js';
import { done } from './done.js';
import type { DetailNoShow } from './ticket-detail.row.js';

/** Who of the crew did not come though others did, until it is shown that they had. */
export function noShowsAfter(
  noShows: readonly DetailNoShow[],
  event: RecordedTicketEvent,
): readonly DetailNoShow[] {
  switch (event.type) {
    case 'CrewNoShowRecorded': {
      const { technician, reason = null } = event.data;
      return [...noShows, { ...done(event), technician, reason }];
    }
    case 'CrewNoShowCorrected':
      return noShows.filter(({ technician }) => technician !== event.data.technician);
    default:
      return noShows;
  }
}
