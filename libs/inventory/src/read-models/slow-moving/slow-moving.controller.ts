import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  AnswersPageOf,
  CalendarDate,
  FromRequest,
  MayBeAbsent,
  minPositionOf,
  PageQuery,
  type PageOf,
  type Sent,
} from '@app/http';
import { Can } from '@app/identity';
import { instantOf, localDate, plusDays } from '@app/kernel';
import { readInventory } from '../../permissions.js';
import { SlowMovingQuery, SlowMovingRow } from './slow-moving.query.js';

export class SlowMovingParams extends PageQuery {
  /** As of the end of this business date; default: today. */
  @MayBeAbsent()
  @CalendarDate()
  on?: string;
}

@ApiTags('listings')
@Controller('slow-moving')
export class SlowMovingController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Materials that lie in the stores and were neither used nor sold for longer than the policy's term, with
   * quantity and value: proposed to be listed as slow-moving, in the order of their numbers.
   */
  @Get()
  @Can(readInventory)
  @AnswersPageOf(SlowMovingRow)
  slowMoving(
    @Query() params: SlowMovingParams,
    @FromRequest() { receivedAt }: Sent,
  ): Promise<PageOf<SlowMovingRow>> {
    const { on = localDate(receivedAt) } = params;
    const at = instantOf(plusDays(on, 1), '00:00');
    return this.queries.execute(new SlowMovingQuery(params, at, minPositionOf(params)));
  }
}
