import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DEFAULT_LIMIT, FromRequest, minPositionOf, PageQuery, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { DOCUMENT_2 } from '../../domain/edition/edition-line.js';
import { tryEdition } from '../../permissions.js';
import { SettingsSimulationBody, SettingsSimulationParams } from './settings-simulation.dto.js';
import { SettingsSimulationQuery } from './settings-simulation.query.js';
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
   * of those whom the reader leads only those of whom anything would be otherwise are shown. Nothing is stored.
   */
  @Get('document-2/simulation')
  @Can(tryEdition)
  @ApiOkResponse({ type: SimulationBody })
  simulateEdition(
    @Query() params: SimulationParams,
    @FromRequest() { principal: { id, roles } }: Sent,
  ): Promise<SimulationBody> {
    const { edition, year, after = '', limit = DEFAULT_LIMIT } = params;
    const page = { year, after, limit };
    return this.queries.execute(
      new SimulationQuery(DOCUMENT_2, edition, page, minPositionOf(params), { id, roles }),
    );
  }

  /**
   * An edition of the service settings tried on the response times of a past year, some tickets at a time:
   * `done` of `total`, and `next` to go on with; only tickets of which a clock would have been judged
   * otherwise are shown. Of settings other than response times nothing is said. Nothing is stored.
   */
  @Get('service-settings/simulation')
  @Can(tryEdition)
  @ApiOkResponse({ type: SettingsSimulationBody })
  simulateSettings(
    @Query() { edition, year, after = '0', limit = DEFAULT_LIMIT }: SettingsSimulationParams,
    @FromRequest() { receivedAt }: Sent,
  ): Promise<SettingsSimulationBody> {
    const page = { year, after: BigInt(after), limit };
    return this.queries.execute(new SettingsSimulationQuery(edition, page, receivedAt));
  }
}
