import type { Actor, DailySpan, Instant, Span, Yuan } from '@app/kernel';
import type {
  Entitlement,
  FindingDetail,
  FollowUpMade,
  IntakeSource,
  PaymentMethod,
  Quote,
  Signature,
  SlaClock,
} from '@app/tickets';
import type { VisitProgress } from '../tickets/visit-progress.js';

/** Who did something, and when by their own clock. */
export interface Done {
  readonly at: Instant;
  readonly by: Actor;
}

export interface DetailDeadline {
  readonly due: Instant;
  readonly terms: string;
  readonly minutes: number;
  /** Minutes that pauses on the customer's side have added. */
  readonly paused: number;
}

/** One step of a visit: the event's type, who took it and when, and what it says. */
export interface DetailStep extends Done {
  readonly step: string;
  /** When the server heard of it; later than `at` when it was sent from offline. */
  readonly recordedAt: Instant;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A signature, and what was signed with it. */
export interface DetailSignature extends Signature {
  readonly under: 'discrepancy' | 'quote' | 'service-record';
}

/** What the visit costs: the quote that was signed last, what was collected, the receipts. */
export interface DetailCharge {
  readonly quote: Quote | null;
  readonly total: Yuan | null;
  readonly collected: readonly (Done & { readonly amount: Yuan; readonly method: PaymentMethod })[];
  readonly receipts: readonly { readonly number: string; readonly amount: Yuan }[];
}

export interface DetailVisit {
  readonly visit: number;
  readonly progress: VisitProgress;
  readonly technician: string;
  readonly window: Span;
  readonly entitlement: Entitlement | null;
  readonly arrivedAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly satisfaction: number | null;
  readonly charge: DetailCharge;
  readonly signatures: readonly DetailSignature[];
  readonly steps: readonly DetailStep[];
}

export interface DetailFinding extends FindingDetail {
  readonly status: 'open' | 'upheld' | 'excused';
  readonly recordedAt: Instant;
  readonly review: (Done & { readonly words: string | null }) | null;
}

/** A product of the customer that was taken in; it is back when `returned` is set. */
export interface DetailCustody {
  readonly product: string;
  readonly custodySlip: string;
  readonly visit: number;
  readonly taken: Done & { readonly agreedBy: string };
  readonly returned: (Done & { readonly receivedBy: string }) | null;
}

/** Everything there is to show of a ticket. */
export interface TicketDetail {
  readonly ticket: string;
  readonly status: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly source: IntakeSource;
  readonly emergency: boolean;
  readonly fault: string;
  readonly customer: string | null;
  readonly site: string | null;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly landmark: string | null;
  readonly agreement: string | null;
  readonly deliveryPlace: string | null;
  readonly paymentMethod: PaymentMethod | null;
  readonly quietHours: readonly DailySpan[];
  readonly opened: Done;
  readonly deadlines: Partial<Record<SlaClock, DetailDeadline>>;
  /** First arrival at the customer's. */
  readonly arrivedAt: Instant | null;
  /** The fault was gone; null again after a reopening, as then it was not. */
  readonly restoredAt: Instant | null;
  readonly fileReview: (Done & { readonly notes: string | null }) | null;
  readonly analysis:
    | (Done & {
        readonly symptom: string;
        readonly suspectedCause: string;
        readonly parts: readonly string[];
        readonly tools: readonly string[];
      })
    | null;
  readonly resolution: (Done & { readonly summary: string }) | null;
  readonly closed: Done | null;
  readonly cancellation: (Done & { readonly reason: string }) | null;
  readonly reopenings: readonly (Done & { readonly reason: string })[];
  readonly followUps: readonly (Done & FollowUpMade['data'])[];
  readonly visits: readonly DetailVisit[];
  readonly findings: readonly DetailFinding[];
  readonly custody: readonly DetailCustody[];
}

export interface TicketDetailRow {
  readonly ticket: string;
  readonly detail: TicketDetail;
  readonly version: number;
  readonly position: string;
}
