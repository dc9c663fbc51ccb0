import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AsOfQuery, FromRequest, minPositionOf, type Principal, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { takeTables } from '../../permissions.js';
import { TableQuery } from './table.query.js';

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
  constructor(private readonly queries: QueryBus) {}

  /** The standings of a year as a table for spreadsheets: one's own, and those of whom one leads. */
  @Get('standings/csv')
  @Can(takeTables)
  @ApiOkResponse(AS_CSV)
  standingsAsCsv(
    @Query() params: TableParams,
    @FromRequest() { principal }: Sent,
  ): Promise<StreamableFile> {
    return this.table('standings', params, principal);
  }

  /** The cases of a year as a table for spreadsheets. */
  @Get('discipline-cases/csv')
  @Can(takeTables)
  @ApiOkResponse(AS_CSV)
  disciplineCasesAsCsv(
    @Query() params: TableParams,
    @FromRequest() { principal }: Sent,
  ): Promise<StreamableFile> {
    return this.table('cases', params, principal);
  }

  /** Who was paid what for extra service in a year (D30), as a table for spreadsheets. */
  @Get('income-shares/csv')
  @Can(takeTables)
  @ApiOkResponse(AS_CSV)
  incomeSharesAsCsv(
    @Query() params: TableParams,
    @FromRequest() { principal }: Sent,
  ): Promise<StreamableFile> {
    return this.table('shares', params, principal);
  }

  private async table(
    of: TableQuery['of'],
    params: TableParams,
    { id, roles }: Principal,
  ): Promise<StreamableFile> {
    const parts = await this.queries.execute(
      new TableQuery(of, params.year, minPositionOf(params), { id, roles }),
    );
    return new StreamableFile(Readable.from(parts), { type: 'text/csv; charset=utf-8' });
  }
}
