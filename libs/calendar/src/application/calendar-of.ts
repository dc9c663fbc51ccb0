import type { Contexts } from '@app/event-store';
import { calendarStreams } from '../domain/calendar-year.js';
import type { Edition } from '../domain/edition.js';

/** Of these years, those that are published, each in its last edition. */
export async function calendarOf(
  contexts: Contexts,
  years: readonly string[],
): Promise<ReadonlyMap<string, Edition>> {
  const published = await contexts.readMany(calendarStreams, years);
  return new Map(published.flatMap((each) => (each ? [[each.year, each] as const] : [])));
}
