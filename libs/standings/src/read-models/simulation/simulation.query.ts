import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, In, MoreThan } from 'typeorm';
import { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { AsOf } from '@app/projections';
import { OwnAndBelow } from '../../application/own-and-below.js';
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
    readonly reader: Reader,
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
    private readonly readership: OwnAndBelow,
  ) {}

  /** @throws NotFound `unknown-edition` */
  async execute({ line, edition: named, page, minPosition, reader }: SimulationQuery) {
    const { editions } = await this.contexts.read(editionStreams, { line });
    const edition = editions.find((each) => each.edition === named);
    if (!edition) throw unknownEdition('/edition');
    const { position, rows } = await this.asOf.read(standing.name, minPosition, async () =>
      this.rows(page, await this.readership.readableTo(reader)),
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

  private async rows(
    { year, after, limit }: SimulationQuery['page'],
    readable: readonly string[] | undefined,
  ) {
    const table = this.dataSource.getRepository(StandingRow);
    const all = { year, ...(readable && { employee: In([...readable]) }) };
    const rest = { ...all, id: MoreThan(after) };
    const [total, left, page] = await Promise.all([
      table.countBy(all),
      table.countBy(rest),
      table.find({ where: rest, order: { id: 'ASC' }, take: limit }),
    ]);
    return { total, page, before: total - left };
  }
}
