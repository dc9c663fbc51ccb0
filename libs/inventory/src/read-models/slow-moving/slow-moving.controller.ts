import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPageOf, CalendarDate, minPositionOf, PageQuery, type PageOf } from '@app/http';
import { Can } from '@app/identity';
import { instantOf, plusDays } from '@app/kernel';
import { readInventory } from '../../permissions.js';
import { SlowMovingQuery, SlowMovingRow } from './slow-moving.query.js';

export class SlowMovingParams extends PageQuery {
  /** As of the end of this business date. */
  @CalendarDate()
  on!: string;
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
  slowMoving(@Query() params: SlowMovingParams): Promise<PageOf<SlowMovingRow>> {
    const at = instantOf(plusDays(params.on, 1), '00:00');
    return this.queries.execute(new SlowMovingQuery(params, at, minPositionOf(params)));
  }
}
