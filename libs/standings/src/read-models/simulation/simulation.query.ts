import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, MoreThan } from 'typeorm';
import { Contexts } from '@app/event-store';
import { AsOf } from '@app/projections';
import { unknownEdition } from '../../domain/edition/edition.decider.js';
import { editionStreams } from '../../domain/edition/edition-line.js';
import { differs, simulate } from '../../domain/edition/simulate.js';
import { standing } from '../standing/standing.projection.js';
import { unpacked } from '../standing/packed.js';
import { StandingRow } from '../standing/standing.row.js';
import type { SimulationBody } from './simulation.dto.js';

/** Some standings of a year under an edition, after one of them. */
export class SimulationQuery extends Query<SimulationBody> {
  constructor(
    readonly line: string,
    readonly edition: string,
    readonly page: { readonly year: string; readonly after: string; readonly limit: number },
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(SimulationQuery)
export class SimulationHandler implements IQueryHandler<SimulationQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /** @throws NotFound `unknown-edition` */
  async execute({ line, edition: named, page, minPosition }: SimulationQuery) {
    const { editions } = await this.contexts.read(editionStreams, { line });
    const edition = editions.find((each) => each.edition === named);
    if (!edition) throw unknownEdition('/edition');
    const { position, rows } = await this.asOf.read(standing.name, minPosition, () =>
      this.rows(page),
    );
    const done = rows.before + rows.page.length;
    const items = rows.page.flatMap(({ employee, standing: kept }) => {
      const simulation = simulate(unpacked(kept).cases, edition);
      return differs(simulation) ? [{ employee, ...simulation }] : [];
    });
    return {
      edition: edition.edition,
      year: page.year,
      done,
      total: rows.total,
      items: structuredClone(items) as unknown as SimulationBody['items'],
      next: done < rows.total ? (rows.page.at(-1)?.id ?? null) : null,
      position: position.toString(),
    };
  }

  private async rows({ year, after, limit }: SimulationQuery['page']) {
    const table = this.dataSource.getRepository(StandingRow);
    const [total, left, page] = await Promise.all([
      table.countBy({ year }),
      table.countBy({ year, id: MoreThan(after) }),
      table.find({ where: { year, id: MoreThan(after) }, order: { id: 'ASC' }, take: limit }),
    ]);
    return { total, page, before: total - left };
  }
}
