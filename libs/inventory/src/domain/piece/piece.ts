import { asPrinted, streamsOf, type Command, type Instant, type Streams } from '@app/kernel';
import { lastBefore } from '../stock/counts.js';
import type { PieceDeed, PieceEvent, PieceMove, PieceUseUncovered } from './piece.events.js';

/** One piece of a material that is kept by serial number. */
export interface PieceId {
  readonly sku: string;
  readonly serial: string;
}

/** Told late as used where it was not, and not explained yet. */
export interface PieceUse extends Omit<PieceUseUncovered['data'], keyof PieceId> {
  readonly at: Instant;
}

/** What became of it last, and when. */
export interface LastMove extends PieceMove {
  readonly number: number;
  readonly at: Instant;
  /** Since when it had been where a stocktake missed it, or where it was used; absent: neither. */
  readonly before?: Instant;
  /** When it had left for where it is, or was until then; absent: it was not on its way. */
  readonly left?: Instant;
}

/** Where a piece is. `last` is undefined where nothing is known but that a ticket says it was used. */
export interface KnownPiece extends PieceId {
  readonly last?: LastMove;
  /** In the order in which they were told; absent: none. */
  readonly uncovered?: readonly PieceUse[];
}

/** Stream `piece-<sku>:<serial>`; undefined: nobody has ever heard of it. */
export type Piece = KnownPiece | undefined;

const byParts = streamsOf<Piece, PieceId>('piece', ['sku', 'serial']);

export const pieceStreams: Streams<Piece, PieceId> = {
  ...byParts,
  named: ({ sku, serial }) => byParts.named({ sku, serial: serialOf(serial) }),
};

/** As it is kept: as it is printed, in capitals. */
export function serialOf(written: string): string {
  return asPrinted(written).toUpperCase();
}

/** By a movement of its material, or the approval of a stocktake; it stands or falls with that. */
export type MovePiece = Command<
  'MovePiece',
  PieceId &
    PieceMove & {
      /** A stocktake has missed it since then, which this explains; default: none has. */
      readonly explains?: boolean;
      /** A count has seen it there at that moment, so that no earlier use was of it; default: none has. */
      readonly seenAt?: Instant;
      /** Its material is counted alone, so that nothing is kept of it; default: it is kept by serial number. */
      readonly untracked?: boolean;
    }
>;

/** Where a piece is after each deed: at the place of the deed, where it went to, under way, or out of the books. */
const LEADS: Record<PieceDeed, 'place' | 'to' | 'way' | 'out'> = {
  entered: 'place',
  received: 'place',
  declined: 'place',
  'taken-back': 'place',
  'not-used': 'place',
  found: 'place',
  accepted: 'to',
  returned: 'to',
  issued: 'way',
  sold: 'out',
  scrapped: 'out',
  used: 'out',
  missing: 'out',
};

/** Where it lies, or in whose hands; undefined: on its way, or out of the books. */
export function placeOf(last: PieceMove | undefined): string | undefined {
  if (!last) return undefined;
  const leads = LEADS[last.deed];
  return leads === 'place' ? last.place : leads === 'to' ? last.to : undefined;
}

/** Whether it was in a place at a moment, and has been since. */
export function isAt(piece: Piece, place: string, at: Instant): boolean {
  return piece?.last !== undefined && placeOf(piece.last) === place && piece.last.at <= at;
}

/** Whether a stocktake has missed it in a place where it was at a moment, by what was known then. */
export function isMissingSince(piece: Piece, place: string, at: Instant): boolean {
  const { last } = piece ?? {};
  if (last?.deed !== 'missing' || last.place !== place) return false;
  return (last.before ?? last.at) <= at && at <= lastBefore(last.countedAt!);
}

/** The way by which it came to a place, where it was on it at that moment; undefined: it was not, or is elsewhere since. */
export function wayTo(piece: Piece, place: string, at: Instant): LastMove | undefined {
  const { last } = piece ?? {};
  if (placeOf(last) !== place || last?.left === undefined) return undefined;
  return last.left <= at && at < last.at ? last : undefined;
}

/** Since when a piece was in somebody's hands, and from when on a use may have been of it: it had left for them. */
export interface HeldSince {
  readonly at: Instant;
  readonly left: Instant;
}

/**
 * Since when a piece that an entry of a ticket has used was in those hands, and from when on a use may have been
 * of it; undefined: the entry has not used it.
 *
 * @param seenAt a count has seen it there at that moment
 */
export function heldBefore(
  piece: Piece,
  { ticket, entry }: { readonly ticket: string; readonly entry: number },
  seenAt: Instant | undefined,
): HeldSince | undefined {
  const { last } = piece ?? {};
  const isIt = last?.deed === 'used' && last.ticket === ticket && last.entry === entry;
  if (!isIt || last.before === undefined) return undefined;
  return { at: last.before, left: usableFrom({ at: last.before, left: last.left }, seenAt) };
}

/** From when on a use may have been of a piece: since it had left for there, or since a count has seen it there. */
export function usableFrom(
  { at, left = at }: { readonly at: Instant; readonly left?: Instant | undefined },
  seenAt: Instant = left,
): Instant {
  return seenAt > left ? seenAt : left;
}

/** The first use that was told of it out of those hands, which what left for them by then explains. */
export function explainedBy(piece: Piece, place: string, left: Instant): PieceUse | undefined {
  return piece?.uncovered?.find((use) => use.place === place && left <= use.at);
}

export function evolvePiece(piece: Piece, event: PieceEvent): Piece {
  const { sku, serial } = event.data;
  const known: KnownPiece = { sku, serial, ...piece };
  switch (event.type) {
    case 'PieceMoved':
      return moved(known, event);
    case 'PieceUseUncovered': {
      const { sku: _, serial: __, ...use } = event.data;
      const uncovered = [...(known.uncovered ?? []), { ...use, at: event.occurredAt }];
      return { ...known, uncovered };
    }
    case 'PieceUseWithdrawn':
      return without(known, event.data);
  }
}

function moved(
  known: KnownPiece,
  { data, occurredAt }: Extract<PieceEvent, { type: 'PieceMoved' }>,
): KnownPiece {
  const { sku: _, serial: __, since: at = occurredAt, ...move } = data;
  const isGone = move.deed === 'missing' || move.deed === 'used';
  const before = isGone ? known.last?.at : undefined;
  const left = leftFor(move.deed, known);
  const ways = { ...(before !== undefined && { before }), ...(left !== undefined && { left }) };
  const last = { ...move, at, ...ways };
  return { ...(move.deed === 'used' ? without(known, move) : known), last };
}

/** When it had left for where it is after a deed, or had been until then. */
function leftFor(deed: PieceDeed, { last }: KnownPiece): Instant | undefined {
  if (deed === 'accepted') return last?.at;
  return deed === 'used' || deed === 'not-used' || deed === 'missing' ? last?.left : undefined;
}

function without(
  { uncovered = [], ...known }: KnownPiece,
  { ticket, entry }: { readonly ticket?: string; readonly entry?: number },
): KnownPiece {
  const left = uncovered.filter((use) => use.ticket !== ticket || use.entry !== entry);
  return left.length === 0 ? known : { ...known, uncovered: left };
}
