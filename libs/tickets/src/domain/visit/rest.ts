import {
  daysOffOf,
  meetsDaily,
  yearOf,
  type DailySpan,
  type Span,
  type WorkingCalendar,
} from '@app/kernel';

/** When a customer is not to be disturbed (V19). */
export interface Rest {
  readonly quietHours: readonly DailySpan[];
  /** What is published of the working calendar, for a customer who rests on its days off; default: they do not. */
  readonly calendar?: WorkingCalendar;
}

/** Which edition of the working calendar says that a day is one off (V19). */
export interface CalendarEdition {
  readonly year: string;
  readonly edition: number;
}

/** The edition by which the first day off that a span touches is one, as a finding names it; nothing where it touches none. */
export function editionOf(
  span: Span,
  { calendar }: Partial<Rest>,
): { readonly calendar?: CalendarEdition } {
  const [dayOff] = calendar ? daysOffOf(calendar, span) : [];
  if (!calendar || dayOff === undefined) return {};
  const year = yearOf(dayOff);
  const edition = calendar.get(year)?.edition;
  return edition === undefined ? {} : { calendar: { year, edition } };
}

/** Whether a span meets it. A day of a year that is not published is no day off. */
export function meetsRest(span: Span, { quietHours, calendar }: Rest): boolean {
  if (quietHours.some((daily) => meetsDaily(span, daily))) return true;
  return calendar !== undefined && daysOffOf(calendar, span).length > 0;
}
