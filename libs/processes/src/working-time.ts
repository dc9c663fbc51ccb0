import {
  dueAt,
  isUnknown,
  type CalendarYear,
  type Instant,
  type UnknownYear,
  type WorkingTime,
} from '@app/kernel';

/** The working calendar of a year, `2026`, in its last edition; undefined where none is published yet. */
export type PublishedYears = (year: string) => Promise<CalendarYear | undefined>;

/**
 * When a time agreed in working time is, by what is published now; later corrections of a year move no
 * deadline that is set. Else the first year that has to be published before it can be told.
 */
export async function timeOf(
  time: WorkingTime,
  published: PublishedYears,
): Promise<Instant | UnknownYear> {
  const calendar = new Map<string, CalendarYear>();
  for (;;) {
    const due = dueAt(calendar, time);
    if (!isUnknown(due)) return due;
    const year = await published(due.unknownYear);
    if (!year) return due;
    calendar.set(due.unknownYear, year);
  }
}
