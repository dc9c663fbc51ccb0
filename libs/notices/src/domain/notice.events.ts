import {
  eventTable,
  none,
  type DomainEvent,
  type Instant,
  type LocalDate,
  type Span,
  type Yuan,
} from '@app/kernel';

/** A clock of a ticket, and what is said of it. */
type TicketClock = 'response' | 'restoration';
type ClockVerdict = 'running' | 'met' | 'breached' | 'ended';
/** Until when the customer of a complaint is apologised to, and answered. */
type ComplaintTerm = 'acknowledge' | 'answer';

/** What somebody is told: that they are called, given a task or freed of it, that a time runs out, or that what they keep runs low or ends. */
export type NoticeAbout =
  | { readonly kind: 'rung-called'; readonly rung: number; readonly name: string }
  | { readonly kind: 'general-manager-called' }
  | { readonly kind: 'visit-assigned'; readonly visit: number; readonly window: Span }
  | { readonly kind: 'visit-given-up'; readonly visit: number }
  | {
      readonly kind: 'sla-warned' | 'sla-breached';
      readonly clock: TicketClock;
      readonly due: Instant;
    }
  | { readonly kind: 'sla-corrected'; readonly clock: TicketClock; readonly verdict: ClockVerdict }
  /** The technician was dismissed: whoever planned the visit is to find somebody else. */
  | { readonly kind: 'visit-unassigned'; readonly visit: number }
  /** What they collected at a customer's is overdue at the company (D40). */
  | { readonly kind: 'money-demanded'; readonly visit: number; readonly amount: Yuan }
  /** The demand was more than was due, as the hand-over was set right; `rest` of it is still demanded (D40). */
  | {
      readonly kind: 'money-demand-withdrawn';
      readonly visit: number;
      readonly amount: Yuan;
      readonly rest: Yuan;
    }
  | ({ readonly kind: 'stock-low' } & StockLow)
  /** They are to investigate it (R9). */
  | { readonly kind: 'complaint-assigned'; readonly complaint: string }
  | {
      readonly kind: 'complaint-term-warned' | 'complaint-term-missed';
      readonly complaint: string;
      readonly term: ComplaintTerm;
      readonly due: Instant;
    }
  /** The warranty of a unit that they keep the file of ends on that day: its owner is to be offered a contract (B2). */
  | { readonly kind: 'contract-proposed'; readonly unit: string; readonly until: LocalDate };

/** Fewer than the least that is to be in the stores and vans (R11). */
export interface StockLow {
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly minimum: number;
  /** Days from the order until it is here; absent: unknown. */
  readonly leadDays?: number;
}

export type NoticeKind = NoticeAbout['kind'];

/** Somebody is told something. It is kept, whether they acknowledge it or not. */
export type NoticeGiven = DomainEvent<
  'NoticeGiven',
  {
    notice: string;
    employee: string;
    /** Absent: it is about none. */
    ticket?: string;
    /** Of the customer's address; absent where the address names none. Nothing else of the customer is in a notice. */
    district?: string;
    about: NoticeAbout;
    /** When what they are told of happened. */
    since: Instant;
  }
>;
/** They have seen it. */
export type NoticeAcknowledged = DomainEvent<
  'NoticeAcknowledged',
  { notice: string; employee: string }
>;
/** It was handed to the mail server. */
export type NoticeMailed = DomainEvent<'NoticeMailed', { notice: string; employee: string }>;
/** No mail server took it for a whole day. */
export type NoticeMailFailed = DomainEvent<
  'NoticeMailFailed',
  { notice: string; employee: string; attempts: number }
>;

export type NoticeEvent = NoticeGiven | NoticeAcknowledged | NoticeMailed | NoticeMailFailed;

const notice = '0190d3f0-0000-8000-8000-000000000001';
const employee = 'li-wei';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const noticeEvents = eventTable<NoticeEvent>(
  {
    NoticeGiven: {
      ...{ notice, employee, ticket: 'T-2026-0001', district: '西湖区' },
      about: { kind: 'rung-called', rung: 1, name: '值班技术员' },
      since: '2026-03-01T18:00:00.000Z',
    },
    NoticeAcknowledged: { notice, employee },
    NoticeMailed: { notice, employee },
    NoticeMailFailed: { notice, employee, attempts: 12 },
  },
  // A district names a part of a city, and nobody in it.
  none('NoticeGiven', 'NoticeAcknowledged', 'NoticeMailed', 'NoticeMailFailed'),
);
