import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { listOf } from '@app/projections';
import { readInventory } from '../../permissions.js';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { LotMoveRow, LotRow } from './lot.rows.js';

/** Which lots. */
export class LotListParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** In capitals. */
  @MayBeAbsent()
  @Slug()
  lot?: string;

  /** A location, or somebody's hands: `hands-` and their employee id. */
  @MayBeAbsent()
  @Slug()
  place?: string;
}

/** Which of their movements. */
export class LotMovesParams extends LotListParams {
  /** On which it was used, or for which it was issued. */
  @MayBeAbsent()
  @Slug()
  ticket?: string;
}

/* Both are tables of the balances: whoever asks the one and the other sees the same position. */

export const lotList = listOf(
  { ...stockBalance, row: LotRow },
  {
    path: 'lots',
    operation: 'listLots',
    summary: 'What there is of each lot, where it is and until when it may be handed out (R12).',
    to: readInventory,
    params: LotListParams,
    migrations: [],
  },
);

export const lotMoveList = listOf(
  { ...stockBalance, row: LotMoveRow },
  {
    path: 'lot-moves',
    operation: 'listLotMoves',
    summary: 'Where a lot went: whose hands, which tickets and which customers (R12).',
    to: readInventory,
    params: LotMovesParams,
    migrations: [],
  },
);
