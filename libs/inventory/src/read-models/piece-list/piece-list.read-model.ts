import { IsIn } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { listOf } from '@app/projections';
import { DEEDS, type PieceDeed } from '../../domain/piece/piece.events.js';
import { readInventory } from '../../permissions.js';
import { ExpectedPiecesHandler } from '../expected-pieces/expected-pieces.query.js';
import { SkusOfSerialHandler } from '../skus-of-serial/skus-of-serial.query.js';
import { PieceList1769000000004, PieceStay1769000010004 } from './1769000000004-piece-list.js';
import { pieceList } from './piece-list.projection.js';

/** Which pieces. */
export class PieceListParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** In capitals. */
  @MayBeAbsent()
  @Slug()
  serial?: string;

  /** A location, or somebody's hands: `hands-` and their employee id. */
  @MayBeAbsent()
  @Slug()
  place?: string;

  /** What became of it last; default: whatever it was. */
  @MayBeAbsent()
  @IsIn(DEEDS)
  deed?: PieceDeed;
}

const list = listOf(pieceList, {
  path: 'pieces',
  operation: 'listPieces',
  summary: 'Pieces with serial numbers, and where each is, by material, serial number and place.',
  to: readInventory,
  params: PieceListParams,
  migrations: [PieceList1769000000004, PieceStay1769000010004],
});

/** Where pieces with serial numbers are, and where they should have been when they were counted. */
export const pieceListModel: typeof list = {
  ...list,
  handlers: [...list.handlers, ExpectedPiecesHandler, SkusOfSerialHandler],
};
