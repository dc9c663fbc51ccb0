import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import type { Instant, LocalDate } from '@app/kernel';
import { SpanBody } from '@app/http';
import { Column, Key, Table } from '@app/projections';
import { Comers } from '../comers.row.js';
import type { VisitProgress } from '../visit-progress.js';

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
export class DayVisit extends Comers {
  readonly visit!: number;
  readonly technician!: string;
  /** Who else comes along. */
  @ApiProperty({ type: [String] })
  readonly others!: readonly string[];
  readonly window!: SpanBody;
  /** Business dates that the window touches, or on which interrupted work is to go on. */
  @ApiProperty({ type: [String] })
  readonly dates!: readonly LocalDate[];
  readonly progress!: VisitProgress;
  readonly atCustomersWish!: boolean;
  /** The new time that the customer was given with the last notice of delay. */
  readonly delayedUntil!: Instant | null;
  /** When the work that was interrupted is to go on, as it was agreed (V19). */
  readonly resumesAt!: Instant | null;
  /** What was packed, once the visit was prepared (V3, V5). */
  readonly packed!: Packed | null;
}

/** A ticket with its visits; found by technician and day. */
@Table('technician_day')
export class TechnicianDayRow {
  @Key('text') readonly ticket!: string;
  @Column('text') readonly status!: 'open' | 'resolved' | 'closed' | 'cancelled';
  @Column('boolean') readonly emergency!: boolean;
  /** Id of the customer on file, and of the site; null where the caller is not on file. */
  @Column('text', { nullable: true }) readonly customer!: string | null;
  @Column('text', { nullable: true }) readonly site!: string | null;
  @Column('text') readonly name!: string;
  @Column('text') readonly phone!: string;
  @Column('text') readonly address!: string;
  @Column('text', { nullable: true }) readonly landmark!: string | null;
  @Column('text') readonly fault!: string;
  /** When somebody must be there, and when the fault must be gone (B2); null: met, over, or no clock runs. */
  @Column('timestamptz', { nullable: true }) readonly responseDue!: Instant | null;
  @Column('timestamptz', { nullable: true }) readonly restorationDue!: Instant | null;
  /** What the fault is expected to need (V6). */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly neededTools!: readonly string[];
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly neededParts!: readonly string[];
  @ApiProperty({ type: [DayVisit] })
  @Column('json')
  readonly visits!: readonly DayVisit[];
  /** `<employee>/<date>` of every visit, by which a day is found. */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly days!: readonly string[];
  @Column('integer') readonly version!: number;
  @Column('bigint') readonly position!: string;
}

/** Where service is given, and whom to call there, by the customer's file. */
export class OnFile {
  readonly address!: string;
  readonly landmark!: string | null;
  readonly phone!: string;
}

/** One visit of the day, with what its ticket says. */
export class DayItem extends IntersectionType(
  OmitType(TechnicianDayRow, ['visits', 'days', 'status', 'version', 'position']),
  OmitType(DayVisit, ['dates']),
) {
  readonly ticketStatus!: TechnicianDayRow['status'];
  /**
   * What the customer's file says now, where it says otherwise than the ticket: the address was
   * corrected since the call, say. Null where it says the same, and of a ticket that is over.
   */
  readonly onFile!: OnFile | null;
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
