import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, minPositionOf, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { readInventory } from '../../permissions.js';
import { StockMovementRow } from '../stock-balance/stock-balance.row.js';
import { StockLedgerParams } from './stock-ledger.dto.js';
import { StockLedgerQuery } from './stock-ledger.query.js';

@ApiTags('stock')
@Controller('stock-ledger')
export class StockLedgerController {
  constructor(private readonly queries: QueryBus) {}

  /** The movements of a material with what was left after each, the latest recorded first. */
  @Get()
  @Can(readInventory)
  @AnswersPageOf(StockMovementRow)
  stockLedger(@Query() params: StockLedgerParams): Promise<PageOf<StockMovementRow>> {
    return this.queries.execute(new StockLedgerQuery(params, minPositionOf(params)));
  }
}
