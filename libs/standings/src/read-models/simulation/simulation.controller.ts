import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DataSource, MoreThan } from 'typeorm';
import { Contexts } from '@app/event-store';
import { DEFAULT_LIMIT, minPositionOf, PageQuery, SlugPipe } from '@app/http';
import { Can } from '@app/identity';
import { AsOf } from '@app/projections';
import { unknownEdition } from '../../domain/edition/edition.decider.js';
import { editionStreams } from '../../domain/edition/edition-line.js';
import { differs, simulate } from '../../domain/edition/simulate.js';
import { readCases } from '../../permissions.js';
import { standing } from '../standing/standing.projection.js';
import { StandingRow } from '../standing/standing.row.js';
import { SimulationBody } from './simulation.dto.js';

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
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /**
   * An edition tried on a past year, some standings at a time: `done` of `total`, and `next` to go on with;
   * only those of whom anything would be otherwise are shown. Nothing is stored.
   */
  @Get(':line/simulation')
  @Can(readCases)
  @ApiOkResponse({ type: SimulationBody })
  async simulateEdition(
    @Param('line', SlugPipe) line: string,
    @Query() params: SimulationParams,
  ): Promise<SimulationBody> {
    const { editions } = await this.contexts.read(editionStreams, { line });
    const edition = editions.find((each) => each.edition === params.edition);
    if (!edition) throw unknownEdition('/edition');
    const { year, after = '', limit = DEFAULT_LIMIT } = params;
    const { position, rows } = await this.asOf.read(standing.name, minPositionOf(params), () =>
      this.page(year, after, limit),
    );
    const last = rows.page.at(-1)?.id;
    return {
      edition: edition.edition,
      year,
      done: rows.before + rows.page.length,
      total: rows.total,
      items: rows.page.flatMap(({ employee, standing: { cases } }) => {
        const simulation = simulate(cases, edition);
        return differs(simulation) ? [structuredClone({ employee, ...simulation })] : [];
      }) as SimulationBody['items'],
      next: rows.before + rows.page.length < rows.total && last !== undefined ? last : null,
      position: position.toString(),
    };
  }

  private async page(year: string, after: string, limit: number) {
    const table = this.dataSource.getRepository(StandingRow);
    const [total, page] = await Promise.all([
      table.countBy({ year }),
      table.find({ where: { year, id: MoreThan(after) }, order: { id: 'ASC' }, take: limit }),
    ]);
    const to = await table.countBy({ year, id: MoreThan(after) });
    return { total, page, before: total - to };
  }
}
