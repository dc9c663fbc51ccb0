import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Yuan } from '@app/kernel';
import { DailySpanBody, SpanBody } from '@app/http';
import { Column, Key, Table } from '@app/projections';
import type { Disposal, IntakeSource, PaymentMethod, TicketOutcome } from '../../contract.js';
import { MoneyBody } from '../money.row.js';
import { Comers } from '../comers.row.js';
import type { VisitProgress } from '../visit-progress.js';
import {
  DetailCollection,
  DetailDemand,
  DetailEntitlement,
  DetailUnitFound,
  DetailEntry,
  DetailFinding,
  DetailFollowUp,
  DetailHandover,
  DetailQuote,
  DetailReceipt,
  DetailRefund,
  DetailSignature,
  DetailSigned,
  DetailWaiver,
  Done,
  DoneBecause,
} from './detail-values.row.js';
import { ClockBody, ClocksBody } from '../clock.row.js';

/** One step of a visit: the event's type, who took it and when, and what it says. */
export class DetailStep extends Done {
  readonly step!: string;
  /** When the server heard of it; later than `at` when it was sent from offline. */
  readonly recordedAt!: Instant;
  readonly version!: number;
  /** The event's data without the visit's number. */
  readonly data!: Readonly<Record<string, unknown>>;
}

/** What the visit costs: the quote that was signed last, what was collected, let off and given back, the receipts. */
export class DetailCharge {
  readonly quote!: DetailQuote | null;
  readonly total!: Yuan | null;

  /** Of each line of the quote that still counts, in the order of `money.lines`, what the customer is to pay as things stand. */
  @ApiProperty({ type: [String] })
  readonly due!: readonly Yuan[];

  @ApiProperty({ type: [DetailCollection] })
  readonly collected!: readonly DetailCollection[];

  @ApiProperty({ type: [DetailReceipt] })
  readonly receipts!: readonly DetailReceipt[];

  @ApiProperty({ type: [DetailWaiver] })
  readonly waivers!: readonly DetailWaiver[];

  @ApiProperty({ type: [DetailRefund] })
  readonly refunds!: readonly DetailRefund[];

  @ApiProperty({ type: [DetailHandover] })
  readonly handovers!: readonly DetailHandover[];

  @ApiProperty({ type: [DetailDemand] })
  readonly demands!: readonly DetailDemand[];
}

/** One of those who were to make the visit did not come, or did not come back to it, though others did. */
export class DetailNoShow extends Done {
  readonly technician!: string;
  /** They had been there, and did not come back to work that was interrupted. */
  readonly ofReturn!: boolean;
  readonly reason!: string | null;
}

export class DetailVisit extends Comers {
  readonly visit!: number;
  readonly progress!: VisitProgress;
  readonly technician!: string;
  /** Who else comes along. */
  @ApiProperty({ type: [String] })
  readonly others!: readonly string[];
  readonly window!: SpanBody;
  /** When work that stands still is to go on, as it was agreed, or was told of later (V19, V7); null: none stands still. */
  readonly resumesAt!: Instant | null;

  @ApiProperty({ type: [DetailNoShow] })
  readonly noShows!: readonly DetailNoShow[];

  readonly entitlement!: DetailEntitlement | null;
  /** Null where none was found, or a supervisor decided. */
  readonly unit!: DetailUnitFound | null;
  readonly arrivedAt!: Instant | null;
  readonly leftAt!: Instant | null;
  readonly satisfaction!: number | null;
  readonly charge!: DetailCharge;
  readonly money!: MoneyBody;
  /** Hours and parts, as they have been set right. */
  @ApiProperty({ type: [DetailEntry] })
  readonly entries!: readonly DetailEntry[];

  @ApiProperty({ type: [DetailSignature] })
  readonly signatures!: readonly DetailSignature[];

  @ApiProperty({ type: [DetailStep] })
  readonly steps!: readonly DetailStep[];
}

export class DetailTaken extends Done {
  readonly agreedBy!: string;
  /** Of who gave it; null where nobody signed. */
  readonly signature!: DetailSigned | null;
}

export class DetailReturned extends Done {
  readonly receivedBy!: string;
  /** Of who got it; null where nobody signed. */
  readonly signature!: DetailSigned | null;
}

/** A product of the customer that was taken in; it is back when `returned` is set, and stays when `givenUp` is. */
export class DetailCustody {
  readonly product!: string;
  readonly custodySlip!: string;
  readonly visit!: number;
  /** Hashes of the photos of the product as it was taken along. */
  @ApiProperty({ type: [String] })
  readonly photos!: readonly string[];
  readonly taken!: DetailTaken;
  readonly returned!: DetailReturned | null;
  /** The customer does not want it back: it is scrapped or replaced. */
  readonly givenUp!: Done | null;
}

export class DetailFileReview extends Done {
  /** The visit that it was read for; null: the office read it for itself. */
  readonly visit!: number | null;
  readonly notes!: string | null;
}

export class DetailAnalysis extends Done {
  /** The visit that it was thought through for; null: the office did it for itself. */
  readonly visit!: number | null;
  readonly symptom!: string;
  readonly suspectedCause!: string;

  @ApiProperty({ type: [String] })
  readonly parts!: readonly string[];

  @ApiProperty({ type: [String] })
  readonly tools!: readonly string[];
}

export class DetailResolution extends Done {
  readonly summary!: string;
  readonly outcome!: TicketOutcome;
  /** Who of the customer's agreed, and what becomes of a product that cannot be repaired. */
  readonly agreedBy!: string | null;
  readonly disposal!: Disposal | null;
}

/** Everything there is to show of a ticket. */
export class TicketDetail {
  readonly ticket!: string;
  readonly status!: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly source!: IntakeSource;
  readonly emergency!: boolean;
  readonly fault!: string;
  readonly customer!: string | null;
  readonly site!: string | null;
  readonly name!: string;
  readonly phone!: string;
  readonly address!: string;
  readonly landmark!: string | null;
  readonly agreement!: string | null;
  readonly deliveryPlace!: string | null;
  readonly paymentMethod!: PaymentMethod | null;
  /** Of a customer who came in person. */
  readonly signature!: DetailSignature | null;

  @ApiProperty({ type: [DailySpanBody] })
  readonly quietHours!: readonly DailySpanBody[];

  readonly opened!: Done;
  /** Its clocks since the call or the last reopening. */
  readonly deadlines!: ClocksBody;

  /** Those of the rounds before, with their verdicts. */
  @ApiProperty({ type: [ClockBody] })
  readonly earlierDeadlines!: readonly ClockBody[];

  /** First arrival at the customer's. */
  readonly arrivedAt!: Instant | null;
  /** The fault was gone; null again after a reopening or a later visit that found it again. */
  readonly restoredAt!: Instant | null;
  readonly fileReview!: DetailFileReview | null;
  readonly analysis!: DetailAnalysis | null;
  readonly resolution!: DetailResolution | null;
  readonly closed!: Done | null;
  readonly cancellation!: DoneBecause | null;

  @ApiProperty({ type: [DoneBecause] })
  readonly reopenings!: readonly DoneBecause[];

  @ApiProperty({ type: [DetailFollowUp] })
  readonly followUps!: readonly DetailFollowUp[];

  @ApiProperty({ type: [DetailVisit] })
  readonly visits!: readonly DetailVisit[];

  @ApiProperty({ type: [DetailFinding] })
  readonly findings!: readonly DetailFinding[];

  /** What the customer still has to pay, in yuan; `0.00` once it is cancelled. */
  readonly owed!: Yuan;
  /** What the customer has paid beyond what they are to pay, and is due back. */
  readonly dueBack!: Yuan;

  @ApiProperty({ type: [DetailCustody] })
  readonly custody!: readonly DetailCustody[];
}

/** What the file of a unit says now, where that is not what a visit found: what the visit went by stays. */
export class DetailUnitNow {
  readonly visit!: number;
  readonly unit!: DetailUnitFound;
  /** When the office last changed the file. */
  readonly since!: Instant;
}

/** A ticket's detail, with where its stream and the read model stood. */
export class TicketDetailAnswer extends TicketDetail {
  /** Of each visit whose unit's file says something else by now. */
  readonly unitsNow!: DetailUnitNow[];
  /** The stream's version when it was last told of here. */
  readonly version!: number;
  /** The position that the answer is from; decimal. */
  readonly position!: string;
}

/** A ticket as one document. */
@Table('ticket_detail')
export class TicketDetailRow {
  @Key('text') readonly ticket!: string;
  @Column('json') readonly detail!: TicketDetail;
  @Column('integer') readonly version!: number;
  @Column('bigint') readonly position!: string;
}
