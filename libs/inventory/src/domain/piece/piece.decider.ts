import type { Decider, Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { lastBefore } from '../stock/counts.js';
import { elsewhere } from './piece.errors.js';
import type { PieceDeed, PieceEvent, PieceMove } from './piece.events.js';
import {
  evolvePiece,
  explainedBy,
  isAt,
  isMissingSince,
  placeOf,
  serialOf,
  usableFrom,
  wayTo,
  type KnownPiece,
  type MovePiece,
  type Piece,
} from './piece.js';
import { pieceIsInOnePlace } from './rules/piece-is-in-one-place.js';

/**
 * R12: a piece goes from where it is, and from nowhere else; what was used late out of hands in which it
 * was not is kept as such, and stays where it was. In whichever order its papers and uses are told, it is where
 * they lead together: what is refused for what is not told yet is taken once that is told, and a use is explained
 * by whatever shows that it was in hand. Of two records that contradict each other the first told stands. A way there
 * and back, as sold and taken back, that is told only after what came later is refused, as it has gone on: where it
 * is does not depend on that, but its history does.
 */
export const pieceDecider: Decider<MovePiece, Piece, PieceEvent> = {
  initialState: () => undefined,
  evolve: evolvePiece,
  decide(command, piece) {
    const { sku, serial: written, explains: _, seenAt: __, untracked, ...move } = command.data;
    if (untracked) return [];
    const of = { sku, serial: serialOf(written) };
    if (move.deed === 'not-used' && isUncovered(move, piece))
      return [told(command, 'PieceUseWithdrawn', of, move)];
    if (!pieceIsInOnePlace.brokenBy({ isThere: MAY[move.deed](command, piece) })) {
      const moved = step(command, of, move, piece);
      return [moved, ...explained(command, evolvePiece(piece, moved)!)];
    }
    if (move.deed !== 'used' || !toldLate(command)) throw elsewhere(of, piece);
    const uncovered = told(command, 'PieceUseUncovered', of, move);
    const way = wayTo(piece, move.place, command.occurredAt);
    return [uncovered, ...(way ? [usedOn(command, move, piece!)] : [])];
  },
};

type May = (command: MovePiece, piece: Piece) => boolean;

const isThere: May = ({ data: { place, explains }, occurredAt }, piece) =>
  explains ? isMissingSince(piece, place, occurredAt) : isAt(piece, place, occurredAt);
const isNew: May = (_, piece) => piece?.last === undefined;
const isUnderWay: May = ({ data: { place, slip } }, piece) => {
  const { last } = piece ?? {};
  return last?.deed === 'issued' && last.place === place && last.slip === slip;
};

/** From where it may go by each deed. */
const MAY: Record<PieceDeed, May> = {
  entered: isNew,
  received: isNew,
  issued: isThere,
  accepted: isUnderWay,
  declined: isUnderWay,
  returned: isThere,
  sold: isThere,
  'taken-back': ({ data: { place, slip } }, piece) => {
    const { last } = piece ?? {};
    return last?.deed === 'sold' && last.place === place && last.slip === slip;
  },
  scrapped: isThere,
  used: isThere,
  'not-used': ({ data: { ticket, entry } }, piece) => {
    const { last } = piece ?? {};
    return last?.deed === 'used' && last.ticket === ticket && last.entry === entry;
  },
  missing: ({ data: { place, countedAt } }, piece) => isAt(piece, place, lastBefore(countedAt!)),
  found: (_, piece) => piece?.last === undefined || piece.last.deed === 'missing',
};

/**
 * What had been told as used out of hands came from what is there only now, or as it turns out was there all the
 * time. What a stocktake found has no paper that says how it came: a use that was told before its approval stays
 * open, and one that is told after it is covered.
 */
function explained(command: MovePiece, piece: KnownPiece): readonly PieceEvent[] {
  const { deed, seenAt } = command.data;
  const place = placeOf(piece.last);
  if (place === undefined || deed === 'found') return [];
  const use = explainedBy(piece, place, usableFrom(piece.last!, seenAt));
  if (!use) return [];
  const then = { ...command, occurredAt: use.at };
  return [usedOn(then, use, piece)];
}

/** As of the use, or of when it came, where that was later. */
function usedOn(
  command: MovePiece,
  { place, ticket, visit, entry }: Pick<PieceMove, 'place' | 'ticket' | 'visit' | 'entry'>,
  { sku, serial, last }: KnownPiece,
): PieceEvent {
  const { at, number } = last!;
  const occurredAt = command.occurredAt < at ? at : command.occurredAt;
  const used = { sku, serial, place, ticket: ticket!, visit: visit!, entry: entry! };
  const moved = { ...used, number: number + 1, deed: 'used' as const };
  return happened({ ...command, occurredAt }, 'PieceMoved', moved, ['R12']);
}

function step(
  command: MovePiece,
  of: { readonly sku: string; readonly serial: string },
  move: PieceMove,
  piece: Piece,
): PieceEvent {
  const number = (piece?.last?.number ?? 0) + 1;
  const since = sinceOf(move, piece);
  const moved = { ...of, ...move, number, ...(since !== undefined && { since }) };
  return happened(command, 'PieceMoved', moved, [move.stocktake === undefined ? 'R12' : 'R16']);
}

/** What was not used was there all the time; what a count found, or missed, was so at its moment. */
function sinceOf({ deed, countedAt }: PieceMove, piece: Piece): Instant | undefined {
  return deed === 'not-used' ? piece?.last?.before : countedAt;
}

function told(
  command: MovePiece,
  type: 'PieceUseUncovered' | 'PieceUseWithdrawn',
  of: { readonly sku: string; readonly serial: string },
  { place, ticket, visit, entry }: PieceMove,
): PieceEvent {
  const use = { ticket: ticket!, visit: visit!, entry: entry! };
  return happened(command, type, { ...of, place, ...use }, ['R12']);
}

function isUncovered({ ticket, entry }: PieceMove, piece: Piece): boolean {
  return (piece?.uncovered ?? []).some((use) => use.ticket === ticket && use.entry === entry);
}
