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
  serialOf,
  type MovePiece,
  type Piece,
} from './piece.js';
import { pieceIsInOnePlace } from './rules/piece-is-in-one-place.js';

/**
 * R12: a piece goes from where it is, and from nowhere else; what was used late out of hands in which it
 * was not is kept as such, and stays where it was.
 */
export const pieceDecider: Decider<MovePiece, Piece, PieceEvent> = {
  initialState: () => undefined,
  evolve: evolvePiece,
  decide(command, piece) {
    const { sku, serial: written, explains: _, untracked, ...move } = command.data;
    if (untracked) return [];
    const of = { sku, serial: serialOf(written) };
    if (move.deed === 'not-used' && isUncovered(move, piece))
      return [told(command, 'PieceUseWithdrawn', of, move)];
    if (!pieceIsInOnePlace.brokenBy({ isThere: MAY[move.deed](command, piece) }))
      return [step(command, of, move, piece), ...explained(command, of, piece)];
    if (move.deed === 'used' && toldLate(command))
      return [told(command, 'PieceUseUncovered', of, move)];
    throw elsewhere(of, piece);
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

/** What had been told as used out of hands before it had been signed for came from what arrives only now. */
function explained(
  command: MovePiece,
  of: { readonly sku: string; readonly serial: string },
  piece: Piece,
): readonly PieceEvent[] {
  const { deed, to } = command.data;
  if ((deed !== 'accepted' && deed !== 'returned') || to === undefined) return [];
  const left = deed === 'accepted' ? piece!.last!.at : command.occurredAt;
  const use = explainedBy(piece, to, left);
  if (!use) return [];
  const { at: _, ...entry } = use;
  const number = piece!.last!.number + 2;
  return [happened(command, 'PieceMoved', { ...of, ...entry, number, deed: 'used' }, ['R12'])];
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
