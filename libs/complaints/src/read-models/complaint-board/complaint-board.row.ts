import { ApiProperty, OmitType } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { ComplaintChannel, ComplaintEnd } from '../../contract.js';
import type { ComplaintStage } from '../../domain/complaint.state.js';

/** A complaint on the board. */
@Table('complaint')
export class ComplaintRow {
  @Key('text') readonly complaint!: string;
  @Column('text') readonly status!: 'open' | 'closed';
  /** How far it has come since it was received or last reopened. */
  @Column('text') readonly stage!: ComplaintStage;
  @Column('text') readonly channel!: ComplaintChannel;
  @Column('boolean') readonly anonymous!: boolean;
  /** Who complains; null: nobody says, or a customer on file. */
  @Column('text', { nullable: true }) readonly name!: string | null;
  @Column('text', { nullable: true }) readonly phone!: string | null;
  @Column('text', { nullable: true }) readonly customer!: string | null;
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  /** What it is about, by which complaints about one thing are found: `complaint:`, `ticket:` or `customer:` and an id. */
  @Column('text') readonly thing!: string;
  /** What its points are about. */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly causes!: readonly string[];
  /** What those are about that were upheld. */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly upheld!: readonly string[];
  /** Who is complained of; they are not shown the row. */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly employees!: readonly string[];
  @Column('timestamptz') readonly receivedAt!: Instant;
  /** From 1; one more with each reopening. */
  @Column('integer') readonly round!: number;
  /** Of this round; null: not yet. */
  @Column('timestamptz', { nullable: true }) readonly acknowledgedAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) readonly answeredAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) readonly closedAt!: Instant | null;
  @Column('text', { nullable: true }) readonly ended!: ComplaintEnd | null;
  /** The earliest term that is still to be kept; null: none, or its year is not published yet. */
  @Column('timestamptz', { nullable: true }) readonly nextDue!: Instant | null;
  /** Terms that were not kept, in whatever round: `acknowledge:1`. */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly missed!: readonly string[];
  /** 1 to 5. */
  @Column('integer', { nullable: true }) readonly rating!: number | null;
  @Column('text', { nullable: true }) readonly joinedTo!: string | null;
  /** Position of the event with which it began: the order of the board. */
  @Column('bigint') readonly recorded!: string;
  /** The complaint itself, as it was folded. */
  @Column('json') readonly state!: object;
}

/** A complaint on the board, at the moment of asking. */
export class ComplaintItem extends OmitType(ComplaintRow, ['state']) {
  /** Whole hours since it was received, or until it was closed. */
  readonly ageHours!: number;
  /** A term has run out, and what it ran for is still to be done. */
  readonly overdue!: boolean;
}
