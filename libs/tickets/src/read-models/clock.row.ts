import { ApiProperty } from '@nestjs/swagger';
import { DailySpanBody } from '@app/http';
import type { Instant, LocalDate, NamedDay, WorkingHours } from '@app/kernel';
import type { PublishedDays, WorkingTerms } from '../domain/clocks/clock.events.js';
import type { EventNamed, Pause, PauseReason, SlaClock, Verdict } from '../contract.js';
import type { Deadline } from '../domain/clocks/deadline.js';

/** An event of the ticket, by its type and when it happened. */
export class EventNamedBody implements EventNamed {
  readonly type!: string;
  readonly occurredAt!: Instant;
}

/** A span in which a clock stands still, for a reason on the customer's side. */
export class ClockPause implements Pause {
  readonly since!: Instant;
  /** When it ended, or is to end by what was agreed; null: nothing is agreed yet. */
  readonly until!: Instant | null;
  readonly why!: PauseReason;
  /** The customer's own words, where they are kept. */
  readonly words?: string;
  /** The event that began it. */
  readonly by!: EventNamedBody;
}

/** Hours of working days. */
class WorkingHoursBody extends DailySpanBody implements WorkingHours {
  /** Days of the week that have them, from 1 for Monday to 7 for Sunday; absent: all. */
  @ApiProperty({ type: [Number], required: false })
  readonly days?: readonly number[];
}

class NamedDayBody implements NamedDay {
  /** Business date. */
  readonly date!: LocalDate;
}

/** A year of the working calendar, in the edition that judges the clock. */
class PublishedDaysBody implements PublishedDays {
  readonly year!: string;
  readonly edition!: number;

  @ApiProperty({ type: [Number] })
  readonly restDays!: readonly number[];

  @ApiProperty({ type: [NamedDayBody] })
  readonly holidays!: readonly NamedDayBody[];

  @ApiProperty({ type: [NamedDayBody] })
  readonly makeUpDays!: readonly NamedDayBody[];
}

/** Hours of working days in which alone a clock's time passes, and which days those are. */
export class WorkingTermsBody implements WorkingTerms {
  @ApiProperty({ type: [WorkingHoursBody] })
  readonly hours!: readonly WorkingHoursBody[];

  @ApiProperty({ type: [PublishedDaysBody] })
  readonly years!: readonly PublishedDaysBody[];
}

/** A response or restoration time, with what explains it: its terms, its pauses, and the events that judged it. */
export class ClockBody implements Deadline {
  readonly clock!: SlaClock;
  /** 1 since the call; each reopening begins another. */
  readonly round!: number;
  /** From when on it counts. */
  readonly from!: Instant;
  /** Where a year is awaited, when it is due at the earliest. */
  readonly due!: Instant;
  /** When a warning is due; `due` where that awaits a year too. */
  readonly warnAt!: Instant;
  /** Year whose working calendar has to be published before it can be told when it is due; absent: it is known. */
  readonly awaits?: string;
  /** Id of the terms that it was set by; `default`: the policy's. */
  readonly terms!: string;
  /** The policy's version; of a contract's terms, from when on they held. */
  readonly edition!: string;
  readonly minutes!: number;
  readonly warnPercent!: number;
  readonly noSooner?: Instant;
  /** Hours and calendar in which alone its time passes; absent: round the clock. */
  readonly working?: WorkingTermsBody;
  /** Minutes of its time for which it has stood still, or is to by what was agreed. */
  readonly paused!: number;

  @ApiProperty({ type: [ClockPause] })
  readonly pauses!: readonly ClockPause[];

  /** It stands still; absent: it runs, or is over. */
  readonly pause?: ClockPause;
  readonly warnedAt?: Instant;
  /** The latest moment of which it has spoken. */
  readonly spokeAt!: Instant;
  /** `ended`: the ticket ended first, and a verdict from before was corrected. */
  readonly verdict!: Verdict;
  /** The event with the verdict; absent: there is none yet. */
  readonly judgedBy?: EventNamedBody;
  /** The event that met it, where it is met. */
  readonly by?: EventNamedBody;

  /** Events with verdicts that turned out to be wrong, oldest first. */
  @ApiProperty({ type: [EventNamedBody] })
  readonly corrected!: readonly EventNamedBody[];
}

/** The clocks that run since the call or the last reopening (B2). */
export class ClocksBody implements Partial<Record<SlaClock, ClockBody>> {
  readonly response?: ClockBody;
  readonly restoration?: ClockBody;
}
