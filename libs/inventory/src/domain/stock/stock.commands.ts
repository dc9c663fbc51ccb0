import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import type { Ask, Command, Instant, Yuan } from '@app/kernel';
import type { WhoLeft } from '../hands/who-left.js';
import type { HeldSince } from '../piece/piece.js';
import type { Tracked } from '../material/material.js';
import type { LotCounted, LotOf } from './lot.js';
import type { PaymentMethod } from './payment-method.js';
import type { Thousandths } from './quantity.js';
import type { EntryOfTicket, Movements } from './stock.books.js';
import type { Priority } from './reservation.events.js';
import type { StockId } from './stock.state.js';

/** How the material is counted; whoever names one that is not registered was refused before. */
export interface KnownMaterial {
  readonly decimals: number;
  readonly unit: string;
  /** By what of it is kept beside how many; absent: it is counted alone. */
  readonly tracked?: Tracked;
}

/**
 * What has moved since, where the books do not know it one by one any more (ADR 29); absent: they do. What
 * is told late is booked by it, however late.
 */
export interface KnownMovements {
  readonly moved?: Movements;
}

/** Of pieces with serial numbers that go out. */
export interface KnownPieces {
  /** An approved count has missed all of them since; absent: they were there, or there was no count. */
  readonly missed?: true;
}

/** What is known of a material that goes out. */
export interface KnownGoing extends KnownMaterial, KnownMovements, KnownPieces {}

/** And whose ticket it goes out for, without a customer for nobody's on file; and whether a van takes it along. */
export interface KnownReceiver extends KnownGoing {
  readonly customer?: string;
  readonly intoVan?: true;
}

interface Amount extends StockId {
  /** Units. */
  readonly quantity: number;
}

interface Some extends Amount {
  /** Of the pieces, where the material is kept by serial number. */
  readonly serials?: readonly string[];
  /** Where the material is kept by lot; of what goes out default: the only one that is there. */
  readonly lots?: readonly LotOf[];
}

/** The number of the paper; default: the command's id. */
interface MayHaveSlip {
  readonly slip?: string;
}

interface OfSlip extends StockId {
  readonly slip: string;
}

interface OfSlipWhy extends OfSlip {
  readonly reason: string;
}

/** The reservation that it was kept under; default: what is kept for the ticket, or for its customer. */
interface MayBeReserved {
  readonly reservation?: string;
}

export type EnterOpeningStock = Ask<
  'EnterOpeningStock',
  Some & { readonly value: Yuan; readonly source: string },
  KnownMaterial
>;
export type ReceiveMaterial = Ask<
  'ReceiveMaterial',
  Some &
    MayHaveSlip & {
      readonly unitCost: Yuan;
      readonly supplier: string;
      readonly deliveryNote: string;
    },
  KnownMaterial
>;
export type RequestMaterial = Ask<
  'RequestMaterial',
  Amount & MayHaveSlip & { readonly to: string; readonly ticket?: string },
  KnownMaterial
>;
/** For the owner of a system that is served; whoever is not, or whose ticket it is not, was refused before. */
export type ReserveMaterial = Ask<
  'ReserveMaterial',
  Amount &
    MayHaveSlip & {
      readonly customer: string;
      readonly system: string;
      readonly ticket?: string;
      /** Default: urgent where a contract puts the system first, else ordinary. */
      readonly priority?: Priority;
      readonly until: Instant;
    },
  KnownMaterial & {
    /** A contract in force puts the system first; default: none does. */
    readonly comesFirst?: boolean;
  }
>;
export type ReleaseReservation = Command<'ReleaseReservation', OfSlipWhy>;
/** By a process, when a reservation's time is over. */
export type EndReservation = Command<'EndReservation', OfSlip>;
export type WithdrawMaterialRequest = Command<'WithdrawMaterialRequest', OfSlipWhy>;
/** By a process, when a request's term is over. */
export type ExpireMaterialRequest = Command<'ExpireMaterialRequest', OfSlip>;
export type ApproveMaterialRequest = Command<'ApproveMaterialRequest', OfSlip>;
export type IssueMaterial = Ask<
  'IssueMaterial',
  Some & MayHaveSlip & MayBeReserved & { readonly to: string; readonly ticket?: string },
  KnownReceiver
>;
export type AcceptMaterial = Command<'AcceptMaterial', OfSlip & { readonly signature?: string }>;
export type DeclineMaterial = Command<'DeclineMaterial', OfSlipWhy>;
export type ReturnMaterial = Ask<'ReturnMaterial', Some & { readonly to: string }, KnownGoing>;
export type SellMaterial = Ask<
  'SellMaterial',
  Some &
    MayHaveSlip &
    MayBeReserved & {
      readonly customer: string;
      readonly price: Yuan;
      readonly method: PaymentMethod;
    },
  KnownGoing
>;
export type TakeBackMaterial = Ask<
  'TakeBackMaterial',
  Some & {
    readonly slip: string;
    readonly refund: Yuan;
    /** Why less is refunded than was paid; absent: no less is. */
    readonly reason?: string;
  },
  KnownMaterial
>;
export type ScrapMaterial = Ask<'ScrapMaterial', Some & { readonly reason: string }, KnownGoing>;
export type CorrectReceiptPrice = Command<
  'CorrectReceiptPrice',
  OfSlipWhy & { readonly unitCost: Yuan }
>;
/** It follows from what another place has given. */
export type TakeIn = Command<
  'TakeIn',
  Some & {
    readonly value: Yuan;
    readonly from: string;
    readonly why: 'issued' | 'returned';
    readonly slip?: string;
    /** When it left the other place; what was used since is explained by it. */
    readonly left: string;
    /** The employee who entered late that it had been issued; absent: it was told in time. */
    readonly enteredLateBy?: string;
  }
>;
/** It follows from the use on a ticket. */
export type UseMaterial = Command<
  'UseMaterial',
  Some & {
    readonly ticket: string;
    readonly visit: number;
    readonly entry: number;
    /** That the entry names, of a material that is kept by lot; default: what expires first. */
    readonly lot?: string;
  }
> &
  KnownMovements &
  KnownPieces & {
    /** Of a piece with a serial number: whether it was in those hands; absent: it is counted alone. */
    readonly inHand?: boolean;
    /** When it arrived in them, where it was on its way to them as it was used; absent: it was not. */
    readonly arrivedAt?: Instant;
    /** The material is kept by lot; absent: it is not. */
    readonly byLot?: true;
  };
/** It follows from the correction of an entry on a ticket; `held` says since when a piece is in hand again, absent: it is not. */
export type TakeUseBack = Command<
  'TakeUseBack',
  Some & EntryOfTicket & { readonly visit: number; readonly usedAt: string }
> & { readonly held?: HeldSince };

/** It follows from a count in a stocktake (R16). */
export type NoteCount = Command<
  'NoteCount',
  StockId & {
    readonly stocktake: string;
    readonly counter: string;
    readonly countedAt: string;
  }
> &
  KnownMovements;
/** It follows from the approval of a stocktake: `counter`'s count stands. */
export type AdjustStock = Command<
  'AdjustStock',
  StockId & {
    readonly stocktake: string;
    readonly counter: string;
    readonly counted: Thousandths;
    /** What was approved: counted less what the books said. */
    readonly difference: Thousandths;
    /** What was counted of each lot, and what was approved of it; absent: it is not kept by lot. */
    readonly lots?: readonly LotCounted[];
  }
>;
/** By a process, when somebody leaves who has it in hand, or when it comes into the hands of somebody who has left before. */
export type AskForMaterial = Command<'AskForMaterial', StockId & WhoLeft>;

/** As any review of a finding, in the books of one place. */
export type ReviewStockFinding = Ask<'ReviewFinding', StockId & ReviewFinding['data']>;
export type ReopenStockVerdict = Ask<'ReopenVerdict', StockId & ReopenVerdict['data']>;

export type StockCommand =
  | EnterOpeningStock
  | ReceiveMaterial
  | RequestMaterial
  | ReserveMaterial
  | ReleaseReservation
  | EndReservation
  | ApproveMaterialRequest
  | WithdrawMaterialRequest
  | ExpireMaterialRequest
  | IssueMaterial
  | AcceptMaterial
  | DeclineMaterial
  | ReturnMaterial
  | SellMaterial
  | TakeBackMaterial
  | ScrapMaterial
  | CorrectReceiptPrice
  | TakeIn
  | UseMaterial
  | TakeUseBack
  | NoteCount
  | AdjustStock
  | AskForMaterial
  | ReviewStockFinding
  | ReopenStockVerdict;
