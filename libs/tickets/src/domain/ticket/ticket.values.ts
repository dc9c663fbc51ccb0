import type { Instant, LocalDate, Yuan } from '@app/kernel';

/** Where a ticket comes from: 热线, 来访, 信访, 投诉, 定期维护, 紧急. */
export type IntakeSource =
  'hotline' | 'walk-in' | 'letter' | 'complaint' | 'periodic-maintenance' | 'emergency';

export type PaymentMethod = 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer';

/** B2: the technician is on site (`response`), the fault is gone (`restoration`). */
export type SlaClock = 'response' | 'restoration';

/**
 * How a ticket ended: the service is back; the customer no longer wants it; it cannot be repaired,
 * and is scrapped or replaced with the customer's agreement; the customer signs neither discrepancy
 * nor quote; nobody was there twice in a row; or the customer lets nobody begin.
 */
export type TicketOutcome =
  'restored' | 'declined' | 'unrepairable' | 'not-signed' | 'no-access' | 'refused-service';

/** What becomes of a product that cannot be repaired. */
export type Disposal = 'scrapped' | 'replaced';

/** How the customer was told that an appointment is changed or called off (V7). */
export interface Told {
  readonly channel: 'phone' | 'message' | 'in-person';
  readonly at: Instant;
  /** Who told them; the customer themself, where the change came from there. */
  readonly by: string;
  readonly apologised: boolean;
}

export type FollowUpChannel = 'phone' | 'visit' | 'letter';

/** What V9, V10 and V20 forbid, and what the courtesy of V3 does. */
export type ConductKind =
  | 'gift-taken'
  | 'belongings-touched'
  | 'gossip'
  | 'damage'
  | 'moved-about'
  | 'rooms-disrespected'
  | 'things-forgotten'
  | 'knocked-over'
  | 'rudeness';

/**
 * What the customer may claim, from when (absent: it has held since whenever) and until when;
 * `reference` is the warranty or contract that says so (V11, V12).
 */
export interface Entitlement {
  readonly kind: 'in-warranty' | 'under-contract' | 'chargeable';
  readonly from?: Instant;
  readonly until?: Instant;
  readonly reference?: string;
}

/**
 * What the installed base said of a unit when it was looked up (V11, V12, B2): the evidence for what the
 * customer was told, which no later correction of the unit's file changes.
 */
export interface UnitFound {
  readonly unit: string;
  readonly product: string;
  readonly serial?: string;
  /** The component whose barcode was looked at, and what had taken its place by then. */
  readonly component?: {
    readonly barcode: string;
    readonly name: string;
    readonly replacedBy?: string;
  };
  /** Its warranty, from what that was counted, and its days, the last one included; absent: it had none. */
  readonly warranty?: {
    readonly countedFrom: 'final-acceptance' | 'purchase';
    readonly from: LocalDate;
    readonly until: LocalDate;
    /** Absent: the last day itself was agreed. */
    readonly months?: number;
    /** The tender or contract that says so; absent: the policy's term. */
    readonly document?: string;
  };
}

export type ExplanationSubject = 'discrepancy' | 'fee' | 'cause' | 'usage' | 'question';

/** A signature: who, as what, and the SHA-256 of the image or stroke data, which is kept as a file. */
export interface Signature {
  readonly name: string;
  readonly role: 'customer' | 'responsible-person';
  readonly signedAt: Instant;
  readonly image: string;
  /** It is the stamp (盖章) of an organisation, whose image is the same each time. Default: a signature by hand. */
  readonly stamp?: boolean;
}

/**
 * Why a line of a quote is free or charged: cover bears it; cover has ended (B2); the cause is not
 * the company's (V17); it lies outside the conditions for a visit (V23); it was ordered on top (D30).
 */
export type ChargeBasis =
  'covered' | 'out-of-cover' | 'external-cause' | 'outside-conditions' | 'extra-service';

export interface QuoteLine {
  /** Hours of work; parts; coming and looking (上门检测费); or something else. */
  readonly item: 'labour' | 'parts' | 'call-out' | 'other';
  /** What it is for, in words; required of another item, an extra service, and what lies outside the conditions. */
  readonly what?: string;
  /** Of parts: which one, and how many pieces the amount is for (default 1). Absent: a sum for the whole. */
  readonly sku?: string;
  readonly quantity?: number;
  /** Of labour: how many hours the amount is for, as decimals with two places. Absent: a sum for the whole. */
  readonly hours?: string;
  readonly amount: Yuan;
  readonly basis: ChargeBasis;
  /** What the amount may be at most after the cover, and where that comes from (B2); absent: it is a sum, or its cost is not known. */
  readonly origin?: PriceOrigin;
}

/** The edition's fee for an hour, or what so many of the part cost by the technician's books. */
export type PriceOrigin =
  | {
      readonly from: 'labour-fee';
      readonly perHour: Yuan;
      readonly edition: string;
      readonly most: Yuan;
    }
  | { readonly from: 'stock-cost'; readonly most: Yuan };

/** What the work is to cost, and of each line who bears it. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
}

/** V19: rest or meal of the customer, a part that is awaited, or another reason. */
export type SuspensionReason = 'rest-or-meal' | 'part-awaited' | 'customer-unavailable' | 'other';

/** What the fault came of. */
export type RepairCause = 'company-product' | 'external' | 'no-fault';

/** The emergency clause by which a customer has consented to the work beforehand (B3). */
export interface ConsentClause {
  /** Number of the contract. */
  readonly contract: string;
  /** Up to which charge the consent goes. */
  readonly upTo: Yuan;
}

/** How somebody who was not there was reached by phone (V11). */
export interface PhoneCall {
  readonly number: string;
  /** What they are to the customer, such as the owner's daughter or the facility manager. */
  readonly relationship: string;
  readonly calledAt: Instant;
}

/** How consent was given that was not given on site: by phone, by a contact who was not there, or beforehand. */
export interface HowAgreed {
  readonly phone?: PhoneCall;
  readonly clause?: ConsentClause;
}
