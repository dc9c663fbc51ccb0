import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, FromRequest, minPositionOf, type PageOf, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { readComplaint } from '../../permissions.js';
import {
  ComplaintBoardParams,
  ComplaintFigures,
  ComplaintFiguresParams,
} from './complaint-board.dto.js';
import { ComplaintBoardQuery } from './complaint-board.query.js';
import { ComplaintItem } from './complaint-board.row.js';
import { ComplaintFiguresQuery } from './complaint-figures.query.js';

@ApiTags('complaints')
@Controller()
export class ComplaintBoardController {
  constructor(private readonly queries: QueryBus) {}

  /** The board of complaints, the latest first, with their age and what runs out; nobody sees those about themself. */
  @Get('complaints')
  @Can(readComplaint)
  @AnswersPageOf(ComplaintItem)
  listComplaints(
    @Query() params: ComplaintBoardParams,
    @FromRequest() { principal, receivedAt }: Sent,
  ): Promise<PageOf<ComplaintItem>> {
    return this.queries.execute(
      new ComplaintBoardQuery(params, receivedAt, principal, minPositionOf(params)),
    );
  }

  /** What complaints come to that were received in a span of days: how many, how fast, about what (R9). */
  @Get('complaint-figures')
  @Can(readComplaint)
  @ApiOkResponse({ type: ComplaintFigures })
  readComplaintFigures(@Query() params: ComplaintFiguresParams): Promise<ComplaintFigures> {
    const { from, until } = params;
    return this.queries.execute(new ComplaintFiguresQuery(from, until, minPositionOf(params)));
  }
}
