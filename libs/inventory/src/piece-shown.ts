import { unknownPiece } from './domain/piece/piece.errors.js';
import { placeOf, type KnownPiece, type Piece } from './domain/piece/piece.js';
import type { PieceBody } from './http/piece.dto.js';

/** Where a piece is, as it is shown. @throws NotFound nobody has ever heard of it */
export function pieceShown(piece: Piece): PieceBody {
  if (!piece) throw unknownPiece();
  const { sku, serial, uncovered = [] } = piece;
  return { sku, serial, ...lastOf(piece), uncovered: uncovered.map((use) => ({ ...use })) };
}

function lastOf({ last }: KnownPiece): Pick<PieceBody, 'last' | 'place' | 'since'> {
  if (!last) return {};
  const { at: since, before: _, left: __, number: ___, place: from, ...deed } = last;
  const place = placeOf(last);
  return { ...(place !== undefined && { place }), since, last: { ...deed, from } };
}
