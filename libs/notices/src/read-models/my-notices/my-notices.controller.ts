import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  AnswersPageOf,
  FromRequest,
  minPositionOf,
  PageQuery,
  type PageOf,
  type Sent,
} from '@app/http';
import { Can } from '@app/identity';
import { readOwnNotices } from '../../permissions.js';
import { MyNoticesQuery } from './my-notices.query.js';
import { NoticeRow } from './my-notices.row.js';

@ApiTags('notices')
@Controller('my-notices')
export class MyNoticesController {
  constructor(private readonly queries: QueryBus) {}

  /** One's own notices: unread before acknowledged, the latest first. */
  @Get()
  @Can(readOwnNotices)
  @AnswersPageOf(NoticeRow)
  listMyNotices(
    @Query() params: PageQuery,
    @FromRequest() { actor }: Sent,
  ): Promise<PageOf<NoticeRow>> {
    return this.queries.execute(new MyNoticesQuery(actor.id, params, minPositionOf(params)));
  }
}
