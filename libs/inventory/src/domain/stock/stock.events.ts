import { findingEvents, type FindingEvent } from '@app/findings';
import { eventTable, type DomainEvent, type Instant, type Yuan } from '@app/kernel';
export type * from './moved.js';
export type * from './use.events.js';
import { countSamples, type StockCountEvent } from './count.events.js';
import type { PaymentMethod } from './payment-method.js';
import { useSamples, type StockUseEvent } from './use.events.js';
import { carriedSample, takenBackSample } from './carried.sample.js';
import { reservationEvents, type ReservationEvent } from './reservation.events.js';
import type { Moved } from './moved.js';
import type { OnItsWay, StockState } from './stock.books.js';
import { stockPersonal } from './stock.personal.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** By which a movement is named later on, within its material and place. */
type Slip = Pick<OnItsWay, 'slip'>;
type Of = Pick<Moved, 'sku' | 'place'>;

/** What was there when books were begun, taken over from paper. */
export type OpeningStockEntered = DomainEvent<'OpeningStockEntered', Moved & { source: string }>;
/** 进: from a supplier. */
export type MaterialReceived = DomainEvent<
  'MaterialReceived',
  Moved & Slip & { unitCost: Yuan; supplier: string; deliveryNote: string }
>;
/** 领用: asked for, by whoever acts. */
export type MaterialRequested = DomainEvent<
  'MaterialRequested',
  Of &
    Slip & {
      readonly quantity: number;
      readonly to: string;
      readonly ticket?: string;
      /** From then on it waits no more, where it was not issued. */
      readonly until: Instant;
    }
>;
export type MaterialRequestApproved = DomainEvent<'MaterialRequestApproved', Of & Slip>;
/** It is wanted no more, as whoever asked, or the stores, say. */
export type MaterialRequestWithdrawn = DomainEvent<
  'MaterialRequestWithdrawn',
  Of & Slip & { readonly reason: string }
>;
/** Nobody has issued it within its term: whoever wants it still asks anew. */
export type MaterialRequestExpired = DomainEvent<'MaterialRequestExpired', Of & Slip>;
/** It has left the place, and is on its way until `to` says that it has arrived (R12). */
export type MaterialIssued = DomainEvent<
  'MaterialIssued',
  Moved &
    Slip & {
      readonly to: string;
      readonly ticket?: string;
      /** The employee who entered it late; absent: it was told in time. */
      readonly enteredLateBy?: string;
    }
>;
/** What was issued has arrived; it is taken in where it went to. */
export type MaterialAccepted = DomainEvent<
  'MaterialAccepted',
  Moved &
    Slip & {
      readonly to: string;
      readonly issuedAt: Instant;
      /** Stored picture of the receiver's signature, by its SHA-256; absent: it was under their own sign-in. */
      readonly signature?: string;
    }
>;
/** What was issued did not go to its receiver, and is back. */
export type MaterialDeclined = DomainEvent<
  'MaterialDeclined',
  Moved & Slip & { readonly to: string; readonly reason: string }
>;
/** Unused, out of somebody's hands, and taken in at `to` at the same moment. */
export type MaterialReturned = DomainEvent<'MaterialReturned', Moved & { readonly to: string }>;
/** It came from another place, at the value with which it left it. */
export type MaterialTakenIn = DomainEvent<
  'MaterialTakenIn',
  Moved & {
    readonly from: string;
    readonly why: 'issued' | 'returned';
    readonly slip?: string;
    /** When it left there; absent: that was not kept then. */
    readonly left?: Instant;
    /** The employee who entered late that it had been issued; absent: it was told in time. */
    readonly enteredLateBy?: string;
  }
>;
/** 销: `seller` is the employee who sold it. */
export type MaterialSold = DomainEvent<
  'MaterialSold',
  Moved & Slip & { seller: string; customer: string; price: Yuan; method: PaymentMethod }
>;
/**
 * From the customer, of a sale, at the value at which it went. `paid` is what those pieces were sold for, and
 * `reason` says why less was refunded; absent: they were sold for what was refunded.
 */
export type MaterialTakenBack = DomainEvent<
  'MaterialTakenBack',
  Moved & Slip & { seller: string; refund: Yuan; paid?: Yuan; reason?: string }
>;
export type MaterialScrapped = DomainEvent<'MaterialScrapped', Moved & { readonly reason: string }>;
/**
 * A receipt cost something else than was said: the difference of the pieces that are still at the
 * place. `gone` of those received are not, and their cost stays what it was.
 */
export type PriceDifferenceBooked = DomainEvent<
  'PriceDifferenceBooked',
  Of & Slip & { unitCost: Yuan; difference: Yuan; gone: number; reason: string }
>;
/** Whoever has so much in hand has left the department, and is asked for it. */
export type MaterialAskedBack = DomainEvent<
  'MaterialAskedBack',
  Of & { readonly quantity: number; readonly employee: string }
>;
/** All that the books say, carried forward, so that nobody has to read what stands before. */
export type StockCarriedForward = DomainEvent<'StockCarriedForward', StockState>;

export type StockBooking =
  | OpeningStockEntered
  | MaterialReceived
  | MaterialRequested
  | MaterialRequestApproved
  | MaterialRequestWithdrawn
  | MaterialRequestExpired
  | MaterialIssued
  | MaterialAccepted
  | MaterialDeclined
  | MaterialReturned
  | MaterialTakenIn
  | StockUseEvent
  | MaterialSold
  | MaterialTakenBack
  | MaterialScrapped
  | PriceDifferenceBooked
  | StockCountEvent
  | MaterialAskedBack
  | StockCarriedForward;
export type StockEvent = StockBooking | ReservationEvent | FindingEvent;

const of = { sku: 'CAP-35', place: 'main' };
const moved: Moved = {
  ...{ ...of, quantity: 2, value: '24.00' },
  serials: ['SN-1', 'SN-2'],
  lots: [{ lot: 'L-2603', quantity: 2, expires: '2027-03-31' }],
};
const slip = 'S-1';
const at = '2026-03-02T01:00:00.000Z';

export const stockEvents = {
  ...eventTable<StockBooking>(
    {
      OpeningStockEntered: { ...moved, source: '2025 年末盘点表' },
      MaterialReceived: {
        ...moved,
        slip,
        unitCost: '12.00',
        supplier: '华东电子',
        deliveryNote: 'D-77',
      },
      MaterialRequested: {
        ...{ ...of, slip, quantity: 2, to: 'hands-li-wei', ticket: 'T-1' },
        until: '2026-04-01T01:00:00.000Z',
      },
      MaterialRequestApproved: { ...of, slip },
      MaterialRequestWithdrawn: { ...of, slip, reason: '改用库存旧件' },
      MaterialRequestExpired: { ...of, slip },
      MaterialIssued: {
        ...moved,
        slip,
        to: 'hands-li-wei',
        ticket: 'T-1',
        enteredLateBy: 'he-jun',
      },
      MaterialAccepted: {
        ...moved,
        slip,
        to: 'hands-li-wei',
        issuedAt: at,
        signature: '0'.repeat(64),
      },
      MaterialDeclined: { ...moved, slip, to: 'hands-li-wei', reason: '型号不符' },
      MaterialReturned: { ...moved, to: 'main' },
      MaterialTakenIn: {
        ...{ ...moved, from: 'main', why: 'issued', slip },
        left: at,
        enteredLateBy: 'he-jun',
      },
      ...useSamples,
      MaterialSold: {
        ...moved,
        slip,
        ...{ seller: 'wu-ting', customer: '孙丽' },
        price: '48.00',
        method: 'wechat',
      },
      MaterialTakenBack: { ...moved, slip, ...takenBackSample },
      MaterialScrapped: { ...moved, reason: '受潮' },
      PriceDifferenceBooked: {
        ...of,
        slip,
        unitCost: '12.50',
        difference: '1.00',
        gone: 0,
        reason: '发票更正',
      },
      ...countSamples,
      MaterialAskedBack: { ...of, place: 'hands-li-wei', quantity: 2, employee: 'li-wei' },
      StockCarriedForward: carriedSample,
    },
    stockPersonal,
  ),
  ...reservationEvents,
  ...findingEvents(),
};
