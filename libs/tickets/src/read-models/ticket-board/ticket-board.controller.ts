import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, FromRequest, minPositionOf, type PageOf, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { TicketBoardParams } from './ticket-board.dto.js';
import { TicketBoardQuery } from './ticket-board.query.js';
import { BoardItem } from './ticket-board.row.js';
import { readBoard } from '../permissions.js';

@ApiTags('tickets')
@Controller('tickets')
export class TicketBoardController {
  constructor(private readonly queries: QueryBus) {}

  /** The board: tickets by state, technician, customer, overdue deadline or words, newest or due first. */
  @Get()
  @Can(readBoard)
  @AnswersPageOf(BoardItem)
  board(
    @Query() params: TicketBoardParams,
    @FromRequest() { receivedAt }: Sent,
  ): Promise<PageOf<BoardItem>> {
    return this.queries.execute(new TicketBoardQuery(params, receivedAt, minPositionOf(params)));
  }
}
