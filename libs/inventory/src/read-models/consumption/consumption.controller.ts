import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { csvOf, csvText, minPositionOf, type CsvColumn } from '@app/http';
import { Can } from '@app/identity';
import { Invalid } from '@app/kernel';
import { readInventory } from '../../permissions.js';
import { ConsumptionBody, ConsumptionParams } from './consumption.dto.js';
import { ConsumptionQuery, type ConsumptionAnswer } from './consumption.query.js';
import type { ConsumptionRow } from './consumption.row.js';

const columns: readonly CsvColumn<ConsumptionRow>[] = [
  { heading: '物料', cell: ({ sku }) => csvText(sku) },
  { heading: '名称', cell: ({ name }) => csvText(name) },
  { heading: '类别', cell: (row) => csvText(row.class) },
  { heading: '数量', cell: ({ quantity }) => quantity },
  { heading: '金额', cell: ({ value }) => value },
  { heading: '占比%', cell: ({ share }) => share },
  { heading: '累计占比%', cell: ({ cumulative }) => cumulative },
  { heading: 'ABC', cell: ({ abc }) => abc },
];

@ApiTags('stock')
@Controller('consumption')
export class ConsumptionController {
  constructor(private readonly queries: QueryBus) {}

  /** What was used and sold in a period, less what came back, by class of its value (ABC): the most first (R15). */
  @Get()
  @Can(readInventory)
  @ApiOkResponse({ type: ConsumptionBody })
  consumption(@Query() params: ConsumptionParams): Promise<ConsumptionAnswer> {
    return this.consumed(params);
  }

  /** The same as a table for spreadsheets. */
  @Get('csv')
  @Can(readInventory)
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async consumptionAsCsv(@Query() params: ConsumptionParams): Promise<string> {
    return csvOf(columns, (await this.consumed(params)).rows);
  }

  private consumed(params: ConsumptionParams): Promise<ConsumptionAnswer> {
    const { from, until } = params;
    if (until < from) throw endsBeforeItBegins();
    return this.queries.execute(new ConsumptionQuery({ from, until }, minPositionOf(params)));
  }
}

function endsBeforeItBegins(): Invalid {
  const says = { zh: '期间的结束日期早于开始日期', en: 'the period ends before it begins' };
  return new Invalid('ends-before-it-begins', says, '/until');
}
