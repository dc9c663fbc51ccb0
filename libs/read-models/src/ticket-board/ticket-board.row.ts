import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@app/kernel';
import { SpanBody } from '@app/http';
import type { IntakeSource } from '@app/tickets';
import type { VisitProgress } from '../tickets/visit-progress.js';

export type TicketStatus = 'open' | 'resolved' | 'closed' | 'cancelled';

/** A visit as far as the board looks at it. */
export class BoardVisit {
  readonly visit!: number;
  readonly technician!: string;
  readonly window!: SpanBody;
  readonly progress!: VisitProgress;
  /** Since when a reason on the customer's side keeps the work from going on. */
  readonly heldUpSince!: Instant | null;
}

/** A ticket on the board. */
export class TicketBoardRow {
  readonly ticket!: string;
  readonly status!: TicketStatus;
  readonly source!: IntakeSource;
  readonly emergency!: boolean;
  readonly customer!: string | null;
  readonly site!: string | null;
  readonly name!: string;
  readonly phone!: string;
  readonly address!: string;
  readonly fault!: string;
  readonly openedAt!: Instant;
  /** When somebody must be on site (B2). */
  readonly responseDue!: Instant | null;
  /** When the fault must be gone (B2). */
  readonly restorationDue!: Instant | null;
  /** First arrival at the customer's. */
  readonly arrivedAt!: Instant | null;
  /** The fault was gone; null again after a reopening, as then it was not. */
  readonly restoredAt!: Instant | null;
  /** The restoration clock stands still since then, for a reason on the customer's side (V19). */
  readonly pausedSince!: Instant | null;
  /** The earliest deadline that is still to be met. */
  readonly nextDue!: Instant | null;
  /** Employees of all visits that were not cancelled. */
  @ApiProperty({ type: [String] })
  readonly technicians!: readonly string[];
  @ApiProperty({ type: [BoardVisit] })
  readonly visits!: readonly BoardVisit[];
  /** Window of the next visit that nobody has arrived at yet. */
  readonly nextVisitFrom!: Instant | null;
  readonly nextVisitUntil!: Instant | null;
  /** Numbers of the findings that nobody has reviewed yet. */
  @ApiProperty({ type: [Number] })
  readonly openFindings!: readonly number[];
  readonly lastEventAt!: Instant;
  readonly version!: number;
  readonly position!: string;
}

const CLOCKS = ['response', 'restoration'] as const;

/** A ticket on the board, with the clocks that have run out at the moment of asking. */
export class BoardItem extends TicketBoardRow {
  @ApiProperty({ enum: CLOCKS, isArray: true })
  readonly overdue!: readonly (typeof CLOCKS)[number][];
}
