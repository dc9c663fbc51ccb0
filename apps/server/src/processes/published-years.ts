import type { Contexts } from '@app/event-store';
import { calendarStreams } from '@app/calendar';
import type { PublishedYears } from '@app/processes/src/working-time.js';

/** The working calendar that deadlines go by, as it is published. */
export function publishedYears(contexts: Contexts): PublishedYears {
  return (year) => contexts.read(calendarStreams, year);
}
