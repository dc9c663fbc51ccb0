import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { listOf } from '@app/projections';
import { readInventory } from '../../permissions.js';
import {
  StockBalance1764500200000,
  StockMovement1764500200001,
} from './1764500200000-stock-balance.js';
import { LotList1769000300000 } from '../lot-list/1769000300000-lot-list.js';
import { LotMoves1769000310000 } from '../lot-list/1769000310000-lot-moves.js';
import { lotList, lotMoveList } from '../lot-list/lot-list.js';
import { ConsumptionHandler } from '../consumption/consumption.query.js';
import { SlowMovingHandler } from '../slow-moving/slow-moving.query.js';
import { StockYearMoved1769000320000 } from './1769000320000-stock-year-moved.js';
import { UncoveredUse1769050015000 } from '../uncovered-use/1769050015000-uncovered-use.js';
import { StockYear1764870000005 } from './1764870000005-stock-year.js';
import { LowStockHandler } from '../low-stock/low-stock.query.js';
import { StockLedgerHandler } from '../stock-ledger/stock-ledger.query.js';
import { StockReportHandler } from '../stock-report/stock-report.query.js';
import { stockBalance } from './stock-balance.projection.js';

/** Which balances. */
export class StockBalanceParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** A location, or somebody's hands: `hands-` and their employee id. */
  @MayBeAbsent()
  @Slug()
  place?: string;
}

const balances = listOf(stockBalance, {
  path: 'stock',
  operation: 'listStock',
  summary: 'What is where by material and place, in the order of both.',
  to: readInventory,
  params: StockBalanceParams,
  migrations: [
    StockBalance1764500200000,
    StockMovement1764500200001,
    StockYear1764870000005,
    StockYearMoved1769000320000,
    LotList1769000300000,
    LotMoves1769000310000,
    UncoveredUse1769050015000,
  ],
});

/** What is where and what it is worth, and what else is asked of the balances and of the movements that led to them. */
export const stockBalanceModel: typeof balances = {
  ...balances,
  handlers: [
    ...balances.handlers,
    StockReportHandler,
    StockLedgerHandler,
    LowStockHandler,
    SlowMovingHandler,
    ConsumptionHandler,
    ...lotList.handlers,
    ...lotMoveList.handlers,
  ],
};
