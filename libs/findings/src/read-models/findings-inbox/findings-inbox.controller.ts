import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, minPositionOf, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { FindingsInboxParams } from './findings-inbox.dto.js';
import { FindingsInboxQuery } from './findings-inbox.query.js';
import { FindingRow } from './findings-inbox.row.js';
import { readFindings } from '../../permissions.js';

@ApiTags('findings')
@Controller('findings')
export class FindingsInboxController {
  constructor(private readonly queries: QueryBus) {}

  /** Findings in any kind of stream, by state of review, article, person, kind or entity, latest first; open ones by default. */
  @Get()
  @Can(readFindings)
  @AnswersPageOf(FindingRow)
  inbox(@Query() params: FindingsInboxParams): Promise<PageOf<FindingRow>> {
    return this.queries.execute(new FindingsInboxQuery(params, minPositionOf(params)));
  }
}
