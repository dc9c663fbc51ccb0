import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { minPositionOf } from '@app/http';
import { Can } from '@app/identity';
import { Invalid } from '@app/kernel';
import { readInventory } from '../../permissions.js';
import { csvOf } from './stock-report.csv.js';
import { StockReportBody, StockReportParams } from './stock-report.dto.js';
import { StockReportQuery, type StockReportAnswer } from './stock-report.query.js';

@ApiTags('stock')
@Controller('stock-report')
export class StockReportController {
  constructor(private readonly queries: QueryBus) {}

  /** Opening, in, out, price difference and closing of a period, by material and place (R15). */
  @Get()
  @Can(readInventory)
  @ApiOkResponse({ type: StockReportBody })
  stockReport(@Query() params: StockReportParams): Promise<StockReportAnswer> {
    return this.report(params);
  }

  /** The same as a table for spreadsheets. */
  @Get('csv')
  @Can(readInventory)
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async stockReportAsCsv(@Query() params: StockReportParams): Promise<string> {
    return csvOf((await this.report(params)).rows);
  }

  private report(params: StockReportParams): Promise<StockReportAnswer> {
    const { from, until, place, sku, class: ofClass, position } = params;
    if (until < from) throw endsBeforeItBegins();
    const asked = {
      from,
      until,
      ...(place !== undefined && { place }),
      ...(sku !== undefined && { sku }),
      ...(ofClass !== undefined && { class: ofClass }),
      ...(position !== undefined && { position: BigInt(position) }),
    };
    return this.queries.execute(new StockReportQuery(asked, minPositionOf(params)));
  }
}

function endsBeforeItBegins(): Invalid {
  const says = { zh: '期间的结束日期早于开始日期', en: 'the period ends before it begins' };
  return new Invalid('ends-before-it-begins', says, '/until');
}
