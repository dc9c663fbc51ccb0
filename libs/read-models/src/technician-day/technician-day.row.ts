import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import type { Instant, LocalDate } from '@app/kernel';
import { SpanBody } from '@app/http';
import type { VisitProgress } from '../tickets/visit-progress.js';

class PackedPart {
  readonly sku!: string;
  readonly quantity!: number;
}

/** What was packed for a visit. */
class Packed {
  @ApiProperty({ type: [String] })
  readonly tools!: readonly string[];

  @ApiProperty({ type: [PackedPart] })
  readonly parts!: readonly PackedPart[];
}

/** A visit as its technician needs to see it in the morning. */
export class DayVisit {
  readonly visit!: number;
  readonly technician!: string;
  readonly window!: SpanBody;
  /** Business dates that the window touches. */
  @ApiProperty({ type: [String] })
  readonly dates!: readonly LocalDate[];
  readonly progress!: VisitProgress;
  readonly atCustomersWish!: boolean;
  /** The new time that the customer was given with the last notice of delay. */
  readonly delayedUntil!: Instant | null;
  /** What was packed, once the visit was prepared (V3, V5). */
  readonly packed!: Packed | null;
}

/** A ticket with its visits; found by technician and day. */
export class TechnicianDayRow {
  readonly ticket!: string;
  readonly status!: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly emergency!: boolean;
  readonly name!: string;
  readonly phone!: string;
  readonly address!: string;
  readonly landmark!: string | null;
  readonly fault!: string;
  /** What the fault is expected to need (V6). */
  @ApiProperty({ type: [String] })
  readonly neededTools!: readonly string[];
  @ApiProperty({ type: [String] })
  readonly neededParts!: readonly string[];
  @ApiProperty({ type: [DayVisit] })
  readonly visits!: readonly DayVisit[];
  /** `<employee>/<date>` of every visit, by which a day is found. */
  @ApiProperty({ type: [String] })
  readonly days!: readonly string[];
  readonly version!: number;
  readonly position!: string;
}

/** One visit of the day, with what its ticket says. */
export class DayItem extends IntersectionType(
  OmitType(TechnicianDayRow, ['visits', 'days', 'status', 'version', 'position']),
  OmitType(DayVisit, ['dates']),
) {
  readonly ticketStatus!: TechnicianDayRow['status'];
}

/** A technician's visits of one business date. */
export class TechnicianDayAnswer {
  readonly employee!: string;
  readonly date!: LocalDate;
  /** By the beginning of their window; a cancelled visit is among them, as cancelled. */
  @ApiProperty({ type: [DayItem] })
  readonly visits!: readonly DayItem[];
  /** The position that the answer is from; decimal. */
  readonly position!: string;
}
