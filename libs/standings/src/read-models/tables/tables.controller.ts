import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AsOfQuery, csvOfPages, minPositionOf, type CsvColumn } from '@app/http';
import { Can } from '@app/identity';
import { AsOf } from '@app/projections';
import { Matches } from 'class-validator';
import { readCases } from '../../permissions.js';
import { caseBoard, CaseRow } from '../case-board/case-board.read-model.js';
import { incomeShares, IncomeShareRow } from '../income-shares/income-shares.read-model.js';
import { standing } from '../standing/standing.projection.js';
import { StandingRow } from '../standing/standing.row.js';
import { pagesOf } from './pages.js';
import { caseColumns, shareColumns, standingColumns } from './tables.js';

/** Of which year. */
export class TableParams extends AsOfQuery {
  @Matches(/^20\d{2}$/)
  year!: string;
}

const AS_CSV = { content: { 'text/csv': { schema: { type: 'string' } } } } as const;

/** What supervisors and above take along as tables: UTF-8 with its mark, formulas disarmed. */
@ApiTags('standings')
@Controller()
export class TablesController {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  /** The standings of a year as a table for spreadsheets. */
  @Get('standings/csv')
  @Can(readCases)
  @ApiOkResponse(AS_CSV)
  standingsAsCsv(@Query() params: TableParams): Promise<StreamableFile> {
    return this.table(standing.name, StandingRow, standingColumns, params);
  }

  /** The cases of a year as a table for spreadsheets. */
  @Get('discipline-cases/csv')
  @Can(readCases)
  @ApiOkResponse(AS_CSV)
  disciplineCasesAsCsv(@Query() params: TableParams): Promise<StreamableFile> {
    return this.table(caseBoard.name, CaseRow, caseColumns, params);
  }

  /** Who was paid what for extra service in a year (D30), as a table for spreadsheets. */
  @Get('income-shares/csv')
  @Can(readCases)
  @ApiOkResponse(AS_CSV)
  incomeSharesAsCsv(@Query() params: TableParams): Promise<StreamableFile> {
    return this.table(incomeShares.name, IncomeShareRow, shareColumns, params);
  }

  /** Waits for the position asked for, and then reads page after page as they are sent. */
  private async table<Row extends { readonly id: string; readonly year: string }>(
    projection: string,
    row: new () => Row,
    columns: readonly CsvColumn<Row>[],
    params: TableParams,
  ): Promise<StreamableFile> {
    await this.asOf.read(projection, minPositionOf(params), () => Promise.resolve());
    const pages = pagesOf(this.dataSource, row, { year: params.year } as never);
    return new StreamableFile(Readable.from(csvOfPages(columns, pages)), {
      type: 'text/csv; charset=utf-8',
    });
  }
}
