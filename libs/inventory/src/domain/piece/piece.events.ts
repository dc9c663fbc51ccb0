import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/**
 * What became of a piece: by it one knows where it is since. `entered`: taken over from paper with the
 * opening stock; `not-used`: what was put down as used was not, as the correction says; `missing` and
 * `found`: by an approved stocktake.
 */
export const DEEDS = [
  'entered',
  'received',
  'issued',
  'accepted',
  'declined',
  'returned',
  'sold',
  'taken-back',
  'scrapped',
  'used',
  'not-used',
  'missing',
  'found',
] as const;
export type PieceDeed = (typeof DEEDS)[number];

interface OfPiece {
  readonly sku: string;
  /** In capitals: scanners and people write it either way. */
  readonly serial: string;
}

/** An entry of a ticket, by its number there. */
interface OfEntry {
  readonly ticket: string;
  readonly visit: number;
  readonly entry: number;
}

/** By which papers a piece moved; of each deed those that it has. */
export interface PieceMove extends Partial<OfEntry> {
  readonly deed: PieceDeed;
  /** A location, or somebody's hands: where it was, or came in. */
  readonly place: string;
  /** Where it goes. */
  readonly to?: string;
  /** The number of the paper in the books of `place`. */
  readonly slip?: string;
  readonly customer?: string;
  readonly stocktake?: string;
  /** When the stocktake counted. */
  readonly countedAt?: Instant;
  /** Since when it is so; default: since it happened. */
  readonly since?: Instant;
}

/** It was in one place, and is in another one now: never in two (R11, R12). `number` counts its moves, from 1. */
export type PieceMoved = DomainEvent<
  'PieceMoved',
  OfPiece & PieceMove & { readonly number: number }
>;
/** Told late as used out of hands in which, by all that is recorded, it was not: where it was stands. */
export type PieceUseUncovered = DomainEvent<
  'PieceUseUncovered',
  OfPiece & OfEntry & { readonly place: string }
>;
/** It was not used so after all, as the correction says. */
export type PieceUseWithdrawn = DomainEvent<
  'PieceUseWithdrawn',
  OfPiece & OfEntry & { readonly place: string }
>;
export type PieceEvent = PieceMoved | PieceUseUncovered | PieceUseWithdrawn;

const of = { sku: 'BOARD-7', serial: 'SN-1001', place: 'main' };
const entry = { ticket: 'T-1', visit: 1, entry: 2 };

export const pieceEvents = eventTable<PieceEvent>(
  {
    PieceMoved: {
      ...of,
      number: 2,
      deed: 'accepted',
      to: 'hands-li-wei',
      slip: 'LY-1',
      ...entry,
      customer: '孙丽',
      stocktake: 'ST-1',
      countedAt: '2026-03-07T01:00:00.000Z',
      since: '2026-03-07T01:00:00.000Z',
    },
    PieceUseUncovered: { ...of, place: 'hands-li-wei', ...entry },
    PieceUseWithdrawn: { ...of, place: 'hands-li-wei', ...entry },
  },
  {
    // Whoever bought it, who may be on no file: the sale is told by its paper.
    PieceMoved: [{ texts: ['customer'], of: { kind: 'sale', id: 'slip' } }],
    ...none('PieceUseUncovered', 'PieceUseWithdrawn'),
  },
);
