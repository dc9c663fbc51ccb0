import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { SlugPipe } from '@app/http';
import {
  AnswersVersionOf,
  AsOfQuery,
  minPositionOf,
  versionedBeside,
  type Tagged,
} from '@app/http';
import { Can } from '@app/identity';
import { TicketDetailQuery } from './ticket-detail.query.js';
import { TicketDetailAnswer } from './ticket-detail.row.js';
import { readTicket } from '../permissions.js';

@ApiTags('tickets')
@Controller('tickets')
export class TicketDetailController {
  constructor(private readonly queries: QueryBus) {}

  /** Everything there is to show of a ticket; its ETag is what `If-Match` of a command takes, and changes with the files of its units. */
  @Get(':ticket')
  @Can(readTicket)
  @AnswersVersionOf(TicketDetailAnswer)
  async detail(
    @Param('ticket', SlugPipe) ticket: string,
    @Query() asOf: AsOfQuery,
  ): Promise<Tagged<TicketDetailAnswer>> {
    const detail = await this.queries.execute(new TicketDetailQuery(ticket, minPositionOf(asOf)));
    return versionedBeside(detail.version, detail.unitsNow, detail);
  }
}
