import type { RecordedTicketEvent } from '../of-ticket.js';
import { done } from './done.js';
import type { DetailNoShow } from './ticket-detail.row.js';

/** Who of the crew did not come, or come back, though others did, until it is shown that they had. */
export function noShowsAfter(
  noShows: readonly DetailNoShow[],
  event: RecordedTicketEvent,
): readonly DetailNoShow[] {
  switch (event.type) {
    case 'CrewNoShowRecorded': {
      const { technician, ofReturn = false, reason = null } = event.data;
      return [...noShows, { ...done(event), technician, ofReturn, reason }];
    }
    case 'CrewNoShowCorrected':
      return noShows.filter(
        ({ technician, at }) => technician !== event.data.technician || at !== event.data.noShowAt,
      );
    default:
      return noShows;
  }
}
