import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** Whose turn it is first; within each, whoever came first. */
export type Priority = 'urgent' | 'ordinary';

interface OfReservation {
  readonly sku: string;
  readonly place: string;
  /** Number of the reservation. */
  readonly slip: string;
  /** Units, above zero. */
  readonly quantity: number;
}

/** 优先保证用户的备件供应: so many of a place are kept for the owner of a system that is served (B2). */
export type MaterialReserved = DomainEvent<
  'MaterialReserved',
  OfReservation & {
    readonly customer: string;
    /** Document, contract or barcode of the system that is served, in warranty or after it. */
    readonly system: string;
    /** For this ticket alone; absent: for any of the customer's. */
    readonly ticket?: string;
    readonly priority: Priority;
    /** From then on it holds no more. */
    readonly until: Instant;
  }
>;
/** So many of what was kept went out for whom they were kept, with the issue or sale `of`. */
export type ReservationServed = DomainEvent<
  'ReservationServed',
  OfReservation & { readonly of: string }
>;
/** What went out for it was not taken, and is kept again. */
export type ReservationRestored = DomainEvent<
  'ReservationRestored',
  OfReservation & { readonly of: string }
>;
/** Nothing is kept for it any more: its time is over, or somebody said so and why. */
export type ReservationEnded = DomainEvent<
  'ReservationEnded',
  OfReservation & {
    /** For whom it was kept; absent in what was recorded before it was told. */
    readonly customer?: string;
    readonly reason?: string;
  }
>;

export type ReservationEvent =
  MaterialReserved | ReservationServed | ReservationRestored | ReservationEnded;

const reservation = { sku: 'CAP-35', place: 'main', slip: 'YL-1', quantity: 2 };

export const reservationEvents = eventTable<ReservationEvent>(
  {
    MaterialReserved: {
      ...reservation,
      customer: 'lanting',
      system: 'HT-2025-021',
      ticket: 'T-1',
      priority: 'ordinary',
      until: '2026-03-06T09:00:00.000Z',
    },
    ReservationServed: { ...reservation, of: 'LY-1' },
    ReservationRestored: { ...reservation, of: 'LY-1' },
    ReservationEnded: { ...reservation, customer: 'lanting', reason: '客户改期' },
  },
  {
    ReservationEnded: [{ texts: ['reason'], of: { kind: 'customer', id: 'customer' } }],
    ...none('MaterialReserved', 'ReservationServed', 'ReservationRestored'),
  },
);
