/** An instant as ISO 8601 in UTC with milliseconds, `2026-03-02T01:00:00.000Z`; its order as text is its order in time. */
export type Instant = string;

/** A calendar date in the business time zone, `2026-03-02`. */
export type LocalDate = string;

/** A time of day in the business time zone, `09:30`. */
export type LocalTime = string;

/** A half-open span of time: `from` belongs to it, `until` does not. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A span within the day, in the business time zone; one whose end is not after its start crosses midnight. */
export interface DailySpan {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

/** The zone whose calendar decides what day, month and year (年度) it is. */
export const BUSINESS_ZONE = 'Asia/Shanghai';
