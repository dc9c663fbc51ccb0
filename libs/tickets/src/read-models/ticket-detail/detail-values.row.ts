import { ApiProperty } from '@nestjs/swagger';
import type { Instant, Yuan } from '@app/kernel';
import type { FindingDetail } from '@app/findings';
import { SpanBody, type ActorBody } from '@app/http';
import type { CalendarEdition } from '../../domain/visit/rest.js';
import type {
  Entitlement,
  UnitFound,
  FollowUpMade,
  PaymentMethod,
  Quote,
  Signature,
  SlaClock,
} from '../../contract.js';
import { QuoteLineBody } from '../money.row.js';

/** Who did something, and when by their own clock. */
export class Done {
  readonly at!: Instant;
  readonly by!: ActorBody;
}

/** Something that was done, and why. */
export class DoneBecause extends Done {
  readonly reason!: string;
}

export class DetailEntitlement implements Entitlement {
  readonly kind!: Entitlement['kind'];
  readonly from?: Instant;
  readonly until?: Instant;
  readonly reference?: string;
}

class DetailWarranty {
  readonly countedFrom!: 'final-acceptance' | 'purchase';
  readonly from!: string;
  /** The last day, included. */
  readonly until!: string;
  readonly months?: number;
  /** The tender or contract that says so; absent: the policy's term. */
  readonly document?: string;
}

class DetailComponent {
  readonly barcode!: string;
  readonly name!: string;
  /** What had taken its place by then. */
  readonly replacedBy?: string;
}

/** The unit by which the entitlement was found, as its file was then; its file of now is `GET /units/{unit}`. */
export class DetailUnitFound implements UnitFound {
  readonly unit!: string;
  readonly product!: string;
  readonly serial?: string;
  readonly component?: DetailComponent;
  readonly warranty?: DetailWarranty;
}

export class DetailSigned implements Signature {
  readonly name!: string;
  readonly role!: Signature['role'];
  readonly signedAt!: Instant;
  /** SHA-256 of the image or stroke data, under which the file is kept. */
  readonly image!: string;
  /** True: the stamp of an organisation. Absent or false: a signature by hand. */
  readonly stamp?: boolean;
}

/** A signature, and what was signed with it. */
export class DetailSignature extends DetailSigned {
  readonly under!: 'intake' | 'discrepancy' | 'quote' | 'service-record';
}

export class DetailQuote implements Quote {
  @ApiProperty({ type: [QuoteLineBody] })
  readonly lines!: readonly QuoteLineBody[];
}

/** Hours or a part, as the entry says now; corrections name its number. */
export class DetailEntry {
  /** Number on the ticket, from 1. */
  readonly entry!: number;
  readonly kind!: 'labour' | 'part';
  /** Whose hours they are, or who used the part. */
  readonly technician!: string;
  /** When it was put down, and when it was last set right. */
  readonly at!: Instant;
  readonly changedAt!: Instant;
  /** There was no such labour, or the part was not used. */
  readonly withdrawn!: boolean;
  /** Of hours. */
  readonly workType?: string;
  readonly span?: SpanBody;
  /** As decimals with two places. */
  readonly hours?: string;
  /** Of parts. */
  readonly sku?: string;
  readonly quantity?: number;
  readonly serial?: string;
  readonly lot?: string;
}

/** What a supervisor let the customer off. */
export class DetailWaiver extends DoneBecause {
  readonly amount!: Yuan;
  /** Number of the line of the quote; absent: of all that is charged. */
  readonly line?: number;
}

/** Money that was given back, with its receipt. */
export class DetailRefund extends DoneBecause {
  readonly amount!: Yuan;
  readonly method!: PaymentMethod;
  readonly receipt!: string;
}

export class DetailCollection extends Done {
  readonly amount!: Yuan;
  readonly method!: PaymentMethod;
}

/** Money that came to the office from whoever had collected it. */
export class DetailHandover extends Done {
  readonly employee!: string;
  readonly amount!: Yuan;
}

/** Money that was demanded of whoever had collected it. */
export class DetailDemand {
  readonly at!: Instant;
  readonly employee!: string;
  readonly amount!: Yuan;
  /** What of it was still not handed over a further term after; null: nothing, or the term has not passed. */
  readonly kept!: Yuan | null;
}

export class DetailReceipt {
  readonly number!: string;
  readonly amount!: Yuan;
}

export class DetailFollowUp extends Done {
  readonly channel!: FollowUpMade['data']['channel'];
  readonly sampled!: boolean;
  readonly satisfied!: boolean;
  readonly answer!: string;
}

export class DetailReview extends Done {
  readonly words!: string | null;
}

export class DetailCalendar implements CalendarEdition {
  /** Four digits, `2026`. */
  readonly year!: string;
  readonly edition!: number;
}

export class DetailFinding implements FindingDetail {
  /** Number within the ticket, from 1. */
  readonly finding!: number;
  readonly article!: FindingDetail['article'];
  readonly code!: string;
  /** The visit at which it was found; absent: it is about one of the clocks. */
  readonly visit?: number;
  readonly clock?: SlaClock;
  /** Of a clock: since the call (1), or since which reopening. */
  readonly round?: number;
  /** On a day off: the edition of the working calendar that says it is one (V19). */
  readonly calendar?: DetailCalendar;
  readonly person?: string;
  readonly remark?: string;
  readonly status!: 'open' | 'upheld' | 'excused' | 'withdrawn';
  readonly recordedAt!: Instant;
  readonly review!: DetailReview | null;
}
