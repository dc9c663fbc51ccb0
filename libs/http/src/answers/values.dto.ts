import type { Actor, DailySpan, Instant, LocalTime, Span } from '@app/kernel';

/** The kernel's values as answers show them; the kernel itself knows of no description. */
export class ActorBody implements Actor {
  /** The employee's id; `user:` and the login for a user who is no employee. */
  readonly id!: string;
  /** The role in which they acted. */
  readonly role!: string;
  /** The employee in whose place they acted; absent: in nobody's. */
  readonly onBehalfOf?: string;
}

/** A half-open span of time. */
export class SpanBody implements Span {
  /** The first instant that belongs to it. */
  readonly from!: Instant;
  /** The first one that does not. */
  readonly until!: Instant;
}

/** A span of the day in the business time zone; it crosses midnight when its end is not after its start. */
export class DailySpanBody implements DailySpan {
  readonly from!: LocalTime;
  readonly until!: LocalTime;
}
