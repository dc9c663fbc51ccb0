import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { AsOfQuery, minPositionOf, SlugPipe } from '@app/http';
import { Can } from '@app/identity';
import { readTicket } from '../permissions.js';
import { RepeatFaults, RepeatFaultsParams } from './repeat-faults.dto.js';
import { RepeatFaultsQuery } from './repeat-faults.query.js';
import { UnitHistory } from './unit-history.dto.js';
import { UnitHistoryQuery } from './unit-history.query.js';

@ApiTags('units')
@Controller()
export class UnitVisitsController {
  constructor(private readonly queries: QueryBus) {}

  /** Everything that happened to a unit: owners, corrections, swapped components, tickets with parts and readings (R8). */
  @Get('units/:unit/history')
  @Can(readTicket)
  @ApiParam({ name: 'unit', schema: { type: 'string' } })
  @ApiOkResponse({ type: UnitHistory })
  readUnitHistory(
    @Param('unit', SlugPipe) unit: string,
    @Query() params: AsOfQuery,
  ): Promise<UnitHistory> {
    return this.queries.execute(new UnitHistoryQuery(unit, minPositionOf(params)));
  }

  /** Products of which units come back, over a span of days: what is to be told to whoever makes them (R9). */
  @Get('repeat-faults')
  @Can(readTicket)
  @ApiOkResponse({ type: RepeatFaults })
  readRepeatFaults(@Query() params: RepeatFaultsParams): Promise<RepeatFaults> {
    const { from, until, times = 2 } = params;
    const span = { from, until, times };
    return this.queries.execute(new RepeatFaultsQuery(span, minPositionOf(params)));
  }
}
