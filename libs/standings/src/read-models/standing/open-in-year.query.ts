import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { EventStore } from '@app/event-store';
import { AsOf } from '@app/projections';
import { OpenInYearQuery, type OpenInYear } from '../../application/open-in-year.js';
import { monthlyFigures } from '../monthly-figures/monthly-figures.read-model.js';
import { openingEntries } from '../opening-entries/opening-entries.read-model.js';
import { standing } from './standing.projection.js';

/** As many as are named to whoever closes. */
const NAMED = 11;

@QueryHandler(OpenInYearQuery)
export class OpenInYearHandler implements IQueryHandler<OpenInYearQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
  ) {}

  /** Waits until all that is recorded now is in the rows. */
  async execute({ year, at }: OpenInYearQuery): Promise<OpenInYear> {
    const { events } = await this.store.readAll({ direction: 'backward', limit: 1 });
    const head = events[0]?.position ?? 0n;
    const ask = async (projection: string, sql: string, ...values: unknown[]) => {
      const { rows } = await this.asOf.read(projection, head, () =>
        this.dataSource.query<{ employee: string }[]>(sql, [year, ...values]),
      );
      return rows.map(({ employee }) => employee);
    };
    const [cases, entries, judged, kept] = await Promise.all([
      ask(standing.name, `${OF_YEAR} AND (open OR appeal_until > $2) ${FEW}`, at),
      ask(openingEntries.name, `${WAITING} ${FEW}`),
      ask(standing.name, OF_YEAR),
      ask(monthlyFigures.name, KEPT),
    ]);
    return { cases, entries, everybody: [...new Set([...judged, ...kept])].toSorted() };
  }
}

const FEW = `ORDER BY employee LIMIT ${NAMED}`;
const OF_YEAR = 'SELECT employee FROM read_model.standing WHERE year = $1';
const WAITING = `SELECT DISTINCT employee FROM read_model.opening_entry WHERE year = $1 AND status = 'entered'`;
const KEPT = 'SELECT DISTINCT employee FROM read_model.monthly_figures WHERE year = $1';
