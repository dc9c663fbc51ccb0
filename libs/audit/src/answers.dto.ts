import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
import { ActorBody, JsonValue } from '@app/http';
import type { PointInHistory, LeftOutBecause } from './point-in-history.js';
import type { Change } from './changes.js';

/** By what an event was caused. */
export class Cause {
  readonly commandId!: string;
  /** The same for everything that came of one request. */
  readonly correlationId!: string;
  readonly causationId!: string;
}

/** A stored event as JSON: what it says, who, when, on which article, and by what it was caused. */
export class EventView {
  readonly stream!: string;
  readonly version!: number;
  /** A decimal number, too large for a JSON number. */
  readonly position!: string;
  readonly id!: string;
  readonly type!: string;
  readonly schemaVersion!: number;
  readonly occurredAt!: Instant;
  readonly recordedAt!: Instant;
  readonly actor!: ActorBody;

  /** The articles of the policy that it answers to. */
  @ApiProperty({ type: [String] })
  readonly articles!: readonly string[];

  readonly cause!: Cause;
  readonly policyVersion!: string;

  /** What happened; its form depends on the type and its schema version. */
  @JsonValue()
  readonly data!: unknown;
}

/** One field that an event changed. */
export class ChangeBody {
  readonly op!: Change['op'];
  /** JSON pointer into the state, empty for the state as a whole. */
  readonly path!: string;

  /** What stood there before; absent when nothing did. */
  @JsonValue({ required: false })
  readonly from?: unknown;

  /** What stands there after; absent when nothing does. */
  @JsonValue({ required: false })
  readonly to?: unknown;
}

/** An event that counted, what it changed, and whether it was recorded late. */
export class ReplayedEvent extends EventView {
  @ApiProperty({ type: [ChangeBody] })
  readonly changes!: readonly Change[];

  /** Seconds from when it happened until it was recorded. */
  readonly delaySeconds!: number;
  /** Something that happened after it had been recorded before it. */
  readonly outOfOrder!: boolean;
  readonly late!: boolean;
}

/** An event that is stored but does not count for what was asked. */
export class LeftOut {
  readonly version!: number;
  readonly type!: string;
  readonly occurredAt!: Instant;
  readonly recordedAt!: Instant;
  readonly because!: LeftOutBecause;
}

/** Which past was asked for; empty: all that is stored. */
export class AskBody implements PointInHistory {
  readonly version?: number;
  readonly at?: Instant;
  readonly knownAt?: Instant;
}

/** A stream's past, folded. */
export class Replay {
  readonly stream!: string;
  /** The category whose decider folded it; null: an unknown one, whose state is null too. */
  readonly category!: string | null;
  /** The stream's newest version, whatever was asked. */
  readonly newest!: number;
  readonly asked!: AskBody;
  readonly order!: 'version' | 'occurredAt';

  /** Its form depends on the category. */
  @JsonValue()
  readonly state!: unknown;

  /** How many events made the state. */
  readonly counted!: number;

  /** Those events, in the order in which they were folded; the first `limit` of them. */
  @ApiProperty({ type: [ReplayedEvent] })
  readonly events!: readonly ReplayedEvent[];

  /** How many stored events did not count. After `version`, what followed is not told. */
  readonly leftOutCount!: number;

  /** The first `limit` of them, in the order of their versions. */
  @ApiProperty({ type: [LeftOut] })
  readonly leftOut!: readonly LeftOut[];
}

/** One page of a stream's events with what each of them changed. */
export class HistoryPage {
  readonly stream!: string;
  /** The stream's newest version. */
  readonly version!: number;

  @ApiProperty({ type: [ReplayedEvent] })
  readonly items!: readonly ReplayedEvent[];

  /** Send it as `after` for the next page in the same direction; null on the last one. */
  readonly next!: number | null;
}
