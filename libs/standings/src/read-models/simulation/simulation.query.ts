import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, In, MoreThan } from 'typeorm';
import { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { AsOf } from '@app/projections';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { unknownEdition } from '../../domain/edition/edition.decider.js';
import { editionStreams, type Edition } from '../../domain/edition/edition-line.js';
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
    const { position, rows } = await this.asOf.read(standing.name, minPosition, async () => {
      const readable = await this.readership.readableTo(reader);
      return this.tried(edition, page, readable);
    });
    const { done, total, last, items } = rows;
    return {
      edition: edition.edition,
      year: page.year,
      done,
      total,
      items: items as unknown as SimulationBody['items'],
      next: done < total ? last : null,
      position: position.toString(),
    };
  }

  private async tried(
    edition: Edition,
    { year, after, limit }: SimulationQuery['page'],
    readable: readonly string[] | undefined,
  ) {
    const table = this.dataSource.getRepository(StandingRow);
    const all = { year, ...(readable && { employee: In([...readable]) }) };
    const beyond = (id: string) => ({ ...all, id: MoreThan(id) });
    const lot = (id: string, left: number): Promise<readonly StandingRow[]> =>
      table.find({ where: beyond(id), order: { id: 'ASC' }, take: Math.min(LOT, left) });
    const [total, rest, first] = await Promise.all([
      table.countBy(all),
      table.countBy(beyond(after)),
      lot(after, limit),
    ]);
    const items: object[] = [];
    let rows = first;
    let [judged, last] = [0, after];
    while (rows.length > 0) {
      judged += rows.length;
      last = rows.at(-1)!.id;
      const isMore = rows.length === LOT && judged < limit;
      // The next ones are on their way while these are judged.
      const next = isMore ? lot(last, limit - judged) : Promise.resolve([]);
      items.push(...rows.flatMap((row) => triedOn(row, edition)));
      rows = await next;
    }
    return { done: total - rest + judged, total, last, items };
  }
}

/** Standings that are read at a time. */
const LOT = 50;

function triedOn({ employee, standing: kept }: StandingRow, edition: Edition): object[] {
  const simulation = simulate(unpacked(kept).cases, edition);
  return differs(simulation) ? [{ employee, ...simulation }] : [];
}
