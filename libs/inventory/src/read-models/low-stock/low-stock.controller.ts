import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, minPositionOf, PageQuery, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { readInventory } from '../../permissions.js';
import { LowStockQuery, LowStockRow } from './low-stock.query.js';

@ApiTags('stock')
@Controller('low-stock')
export class LowStockController {
  constructor(private readonly queries: QueryBus) {}

  /** Materials of which there is less than their minimum, in the order of their numbers. */
  @Get()
  @Can(readInventory)
  @AnswersPageOf(LowStockRow)
  lowStock(@Query() page: PageQuery): Promise<PageOf<LowStockRow>> {
    return this.queries.execute(new LowStockQuery(page, minPositionOf(page)));
  }
}
