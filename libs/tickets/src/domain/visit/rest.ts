import {
  daysOffOf,
  meetsDaily,
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

/** Whether a span meets it. A day of a year that is not published is no day off. */
export function meetsRest(span: Span, { quietHours, calendar }: Rest): boolean {
  if (quietHours.some((daily) => meetsDaily(span, daily))) return true;
  return calendar !== undefined && daysOffOf(calendar, span).length > 0;
}
