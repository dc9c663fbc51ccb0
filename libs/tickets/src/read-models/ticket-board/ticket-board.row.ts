import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Yuan } from '@app/kernel';
import { SpanBody } from '@app/http';
import { Column, Key, Table } from '@app/projections';
import type { IntakeSource, SlaClock, TicketOutcome } from '../../contract.js';
import { ClockBody, ClocksBody } from '../clock.row.js';
import { MoneyBody } from '../money.row.js';
import { Comers } from '../comers.row.js';
import type { VisitProgress } from '../visit-progress.js';

export type TicketStatus = 'open' | 'resolved' | 'closed' | 'cancelled';

const CLOCKS: readonly SlaClock[] = ['response', 'restoration'];

/** A visit as far as the board looks at it. */
export class BoardVisit extends Comers {
  readonly visit!: number;
  readonly technician!: string;
  /** Who else comes along. */
  @ApiProperty({ type: [String] })
  readonly others!: readonly string[];
  readonly window!: SpanBody;
  readonly progress!: VisitProgress;
  /** When work that stands still is to go on, as it was agreed, or was told of later (V19, V7); null: none stands still. */
  readonly resumesAt!: Instant | null;
  /** When somebody first came; null: nobody yet. */
  readonly arrivedAt!: Instant | null;
  /** When the last repair of this visit ended, whatever came of it. */
  readonly repairedAt!: Instant | null;
  readonly money!: MoneyBody;
}

/** A ticket on the board. */
@Table('ticket_board')
export class TicketBoardRow {
  @Key('text') readonly ticket!: string;
  @Column('text') readonly status!: TicketStatus;
  /** How it was resolved; null while it is open, and where it was cancelled. */
  @Column('text', { nullable: true }) readonly outcome!: TicketOutcome | null;
  @Column('text') readonly source!: IntakeSource;
  @Column('boolean') readonly emergency!: boolean;
  @Column('text', { nullable: true }) readonly customer!: string | null;
  @Column('text', { nullable: true }) readonly site!: string | null;
  @Column('text') readonly name!: string;
  @Column('text') readonly phone!: string;
  @Column('text') readonly address!: string;
  @Column('text') readonly fault!: string;
  @Column('timestamptz') readonly openedAt!: Instant;
  /** When somebody must be on site (B2). */
  @Column('timestamptz', { nullable: true }) readonly responseDue!: Instant | null;
  /** When the fault must be gone (B2). */
  @Column('timestamptz', { nullable: true }) readonly restorationDue!: Instant | null;
  /** First arrival at the customer's; null again after a reopening. */
  @Column('timestamptz', { nullable: true }) readonly arrivedAt!: Instant | null;
  /** The fault was gone; null again after a reopening or a later visit that found it again. */
  @Column('timestamptz', { nullable: true }) readonly restoredAt!: Instant | null;
  /** A clock stands still since then, for a reason on the customer's side. */
  @Column('timestamptz', { nullable: true }) readonly pausedSince!: Instant | null;
  /** It stands still until then at the latest: the hour agreed for going on; null: it runs, or none is agreed. */
  @Column('timestamptz', { nullable: true }) readonly pausedUntil!: Instant | null;
  /** Its clocks since the call or the last reopening. */
  @Column('json') readonly deadlines!: ClocksBody;
  /** Those of the rounds before: a reopening erases no verdict. */
  @ApiProperty({ type: [ClockBody] })
  @Column('json')
  readonly earlierDeadlines!: readonly ClockBody[];
  /** The clocks that were not met in time, in whatever round (B2). */
  @ApiProperty({ enum: CLOCKS, isArray: true })
  @Column('text[]')
  readonly breached!: readonly SlaClock[];
  /** From when on a clock is at risk that can still be met; null: none is. */
  @Column('timestamptz', { nullable: true }) readonly riskFrom!: Instant | null;
  /** The earliest deadline that is still to be met. */
  @Column('timestamptz', { nullable: true }) readonly nextDue!: Instant | null;
  /** Employees of all visits that were not cancelled. */
  @ApiProperty({ type: [String] })
  @Column('text[]')
  readonly technicians!: readonly string[];
  @ApiProperty({ type: [BoardVisit] })
  @Column('json')
  readonly visits!: readonly BoardVisit[];
  /** Window of the next visit that nobody has arrived at yet. */
  @Column('timestamptz', { nullable: true }) readonly nextVisitFrom!: Instant | null;
  @Column('timestamptz', { nullable: true }) readonly nextVisitUntil!: Instant | null;
  /** When somebody next comes back to work that was interrupted, as it was agreed (V19); null: nobody is to. */
  @Column('timestamptz', { nullable: true }) readonly nextReturnAt!: Instant | null;
  /** What the customer still has to pay, in yuan; `0.00` once it is cancelled. */
  @Column('text') readonly owed!: Yuan;
  /** What the customer has paid beyond what they are to pay, and is due back. */
  @Column('text') readonly dueBack!: Yuan;
  /** Numbers of the findings that nobody has reviewed yet. */
  @ApiProperty({ type: [Number] })
  @Column('integer[]')
  readonly openFindings!: readonly number[];
  /** The customer is to be asked how it went, and has not been since (R6). */
  @Column('boolean') readonly awaitsFollowUp!: boolean;
  @Column('timestamptz') readonly lastEventAt!: Instant;
  @Column('integer') readonly version!: number;
  @Column('bigint') readonly position!: string;
}

/** A ticket on the board, with the clocks that have run out at the moment of asking. */
export class BoardItem extends TicketBoardRow {
  /** The customer was not there at the last visit, and no other has been agreed since. */
  readonly awaitsAppointment!: boolean;

  /** Who is to come for a visit and has left: somebody else is to be found. */
  @ApiProperty({ type: [String] })
  readonly leavers!: readonly string[];

  @ApiProperty({ enum: CLOCKS, isArray: true })
  readonly overdue!: readonly SlaClock[];
}
