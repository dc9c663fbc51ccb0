import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DEFAULT_LIMIT, minPositionOf, PageQuery, SlugPipe } from '@app/http';
import { Can } from '@app/identity';
import { readCases } from '../../permissions.js';
import { SimulationBody } from './simulation.dto.js';
import { SimulationQuery } from './simulation.query.js';

/** Which edition, drafted or approved, on which year. */
export class SimulationParams extends PageQuery {
  @Matches(/^20\d{2}\.\d{1,3}$/)
  edition!: string;

  @Matches(/^20\d{2}$/)
  year!: string;
}

@ApiTags('editions')
@Controller('editions')
export class SimulationController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * An edition tried on a past year, some standings at a time: `done` of `total`, and `next` to go on with;
   * only those of whom anything would be otherwise are shown. Nothing is stored.
   */
  @Get(':line/simulation')
  @Can(readCases)
  @ApiOkResponse({ type: SimulationBody })
  simulateEdition(
    @Param('line', SlugPipe) line: string,
    @Query() params: SimulationParams,
  ): Promise<SimulationBody> {
    const { edition, year, after = '', limit = DEFAULT_LIMIT } = params;
    const page = { year, after, limit };
    return this.queries.execute(new SimulationQuery(line, edition, page, minPositionOf(params)));
  }
}
