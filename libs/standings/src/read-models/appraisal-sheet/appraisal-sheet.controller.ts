import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, FromRequest, minPositionOf, type PageOf, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { readAppraisal } from '../../permissions.js';
import {
  SheetAnswer,
  SheetNumbers,
  SheetParams,
  SheetPath,
  SheetsParams,
  SheetTableParams,
} from './appraisal-sheet.dto.js';
import { SheetQuery, SheetsQuery, SheetTableQuery } from './appraisal-sheet.query.js';

@ApiTags('standings')
@Controller('appraisal-sheets')
export class AppraisalSheetController {
  constructor(private readonly queries: QueryBus) {}

  /** The appraisal of a month (R13): one's own, of those whom one leads, or for the general manager and the auditor everybody's. */
  @Get()
  @Can(readAppraisal)
  @AnswersPageOf(SheetNumbers)
  listAppraisalSheets(
    @Query() params: SheetsParams,
    @FromRequest() { principal }: Sent,
  ): Promise<PageOf<SheetNumbers>> {
    return this.queries.execute(new SheetsQuery(params, principal, minPositionOf(params)));
  }

  /** The same as a table for spreadsheets: UTF-8 with its mark, formulas disarmed. */
  @Get('csv')
  @Can(readAppraisal)
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async appraisalSheetsAsCsv(
    @Query() params: SheetTableParams,
    @FromRequest() { principal }: Sent,
  ): Promise<StreamableFile> {
    const query = new SheetTableQuery(params, principal, minPositionOf(params));
    const parts = await this.queries.execute(query);
    return new StreamableFile(Readable.from(parts), { type: 'text/csv; charset=utf-8' });
  }

  /** An employee's month with every entry, each with the event that made it, and what was taken off since; as known at a moment. */
  @Get(':employee/:month')
  @Can(readAppraisal)
  @ApiOkResponse({ type: SheetAnswer })
  readAppraisalSheet(
    @Param() { employee, month }: SheetPath,
    @Query() params: SheetParams,
    @FromRequest() { principal }: Sent,
  ): Promise<SheetAnswer> {
    const { knownAt } = params;
    const asked = { month, ...(knownAt !== undefined && { knownAt }) };
    return this.queries.execute(new SheetQuery(employee, asked, principal, minPositionOf(params)));
  }
}
