import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
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

/** A response or restoration time, with what explains it: its terms, its pauses, and the events that judged it. */
export class ClockBody implements Deadline {
  readonly clock!: SlaClock;
  /** 1 since the call; each reopening begins another. */
  readonly round!: number;
  /** From when on it counts. */
  readonly from!: Instant;
  readonly due!: Instant;
  /** When a warning is due. */
  readonly warnAt!: Instant;
  /** Id of the terms that it was set by; `default`: the policy's. */
  readonly terms!: string;
  /** The policy's version; of a contract's terms, from when on they held. */
  readonly edition!: string;
  readonly minutes!: number;
  readonly warnPercent!: number;
  readonly noSooner?: Instant;
  /** Minutes for which it has stood still, or is to by what was agreed. */
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
