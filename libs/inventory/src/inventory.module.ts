import { Module } from '@nestjs/common';
import { StockParticipants } from './application/stock-participants.js';
import { StoredSignature } from './application/stored-signature.js';
import { StocktakeContext } from './application/stocktake-context.js';
import { StocktakeParticipants } from './application/stocktake-participants.js';
import { ToolParticipants } from './application/tool-participants.js';
import { periods } from './counting-period.aggregate.js';
import { LabelController } from './http/label.controller.js';
import { listings } from './listing.aggregate.js';
import { locations } from './location.aggregate.js';
import { materials } from './material.aggregate.js';
import { pieces } from './piece.aggregate.js';
import { askForMaterialsWhenEmployeeLeaves } from './processes/ask-for-materials-when-employee-leaves.js';
import { askForToolsWhenEmployeeLeaves } from './processes/ask-for-tools-when-employee-leaves.js';
import { findWhenACountIsMissed } from './processes/find-when-a-count-is-missed.js';
import { findWhenToolIsOverdue } from './processes/find-when-tool-is-overdue.js';
import { countSalesOfListedGoods } from './processes/count-sales-of-listed-goods.js';
import { explainDifferenceWhenMovementIsToldAfterCount } from './processes/explain-difference-when-movement-is-told-after-count.js';
import { expireRequestInTime } from './processes/expire-request-in-time.js';
import { endReservationInTime } from './processes/end-reservation-in-time.js';
import { materialListModel } from './read-models/material-list/material-list.read-model.js';
import { lotList, lotMoveList } from './read-models/lot-list/lot-list.js';
import { listingListModel } from './read-models/listing-list/listing-list.read-model.js';
import { pieceListModel } from './read-models/piece-list/piece-list.read-model.js';
import { reservationListModel } from './read-models/reservation-list/reservation-list.read-model.js';
import { stockBalanceModel } from './read-models/stock-balance/stock-balance.read-model.js';
import { LowStockController } from './read-models/low-stock/low-stock.controller.js';
import { StockLedgerController } from './read-models/stock-ledger/stock-ledger.controller.js';
import { StockReportController } from './read-models/stock-report/stock-report.controller.js';
import { ConsumptionController } from './read-models/consumption/consumption.controller.js';
import { SlowMovingController } from './read-models/slow-moving/slow-moving.controller.js';
import { toolListModel } from './read-models/tool-list/tool-list.read-model.js';
import { stocktakeListModel } from './read-models/stocktake-list/stocktake-list.read-model.js';
import { stocks } from './stock.aggregate.js';
import { stocktakes } from './stocktake.aggregate.js';
import { toolSerials } from './tool-serial.aggregate.js';
import { tools } from './tool.aggregate.js';

/** Tools and materials: where they are, in whose hands, and in which condition. */
@Module({
  controllers: [
    ...tools.controllers,
    ...materials.controllers,
    ...locations.controllers,
    ...pieces.controllers,
    ...listings.controllers,
    ...stocks.controllers,
    ...stocktakes.controllers,
    ...periods.controllers,
    StockReportController,
    StockLedgerController,
    LowStockController,
    SlowMovingController,
    ConsumptionController,
    LabelController,
    lotList.controller,
    lotMoveList.controller,
  ],
  providers: [
    ...tools.handledBy({ requestCheck: StoredSignature, participants: ToolParticipants }),
    ...materials.handledBy(),
    ...locations.handledBy(),
    ...pieces.handledBy(),
    ...listings.handledBy(),
    ...stocks.handledBy({ requestCheck: StoredSignature, participants: StockParticipants }),
    ...stocktakes.handledBy({ known: StocktakeContext, participants: StocktakeParticipants }),
    ...periods.handledBy(),
  ],
})
export class InventoryModule {
  static readonly aggregates = [
    tools,
    toolSerials,
    materials,
    locations,
    pieces,
    listings,
    stocks,
    stocktakes,
    periods,
  ];
  static readonly readModels = [
    toolListModel,
    materialListModel,
    pieceListModel,
    listingListModel,
    stockBalanceModel,
    stocktakeListModel,
    reservationListModel,
  ];
  static readonly processes = [
    findWhenToolIsOverdue,
    askForToolsWhenEmployeeLeaves,
    findWhenACountIsMissed,
    askForMaterialsWhenEmployeeLeaves,
    endReservationInTime,
    expireRequestInTime,
    countSalesOfListedGoods,
    explainDifferenceWhenMovementIsToldAfterCount,
  ];
}
