import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { Contexts } from '@app/event-store';
import { NotFound } from '@app/kernel';
import { AsOf } from '@app/projections';
import { yearStreams } from '../../domain/year/year.state.js';
import { keyOf } from '../of-standing.js';
import { answerOf } from './standing-answer.js';
import type { RanksBody, StandingAnswer } from './standing.dto.js';
import { standing } from './standing.projection.js';
import { StandingRow } from './standing.row.js';

/** The standing of one employee's year, explained. */
export class StandingQuery extends Query<StandingAnswer> {
  constructor(
    readonly employee: string,
    readonly year: string,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(StandingQuery)
export class StandingHandler implements IQueryHandler<StandingQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /** @throws NotFound `no-standing` where the year has no case */
  async execute({ employee, year, minPosition }: StandingQuery): Promise<StandingAnswer> {
    const id = keyOf(employee, year);
    const { position, rows } = await this.asOf.read(standing.name, minPosition, async () => {
      const row = await this.dataSource.getRepository(StandingRow).findOneBy({ id });
      if (!row) return undefined;
      const [ranks, { closed }] = await Promise.all([
        this.ranksOf(row),
        this.contexts.read(yearStreams, { year }),
      ]);
      return { row, ranks, closed };
    });
    if (rows) return answerOf(rows.row, rows, position);
    throw new NotFound('no-standing', {
      zh: `${employee} 在 ${year} 年度没有案件`,
      en: `${employee} has no case in ${year}`,
    });
  }

  private async ranksOf({ year, department, points }: StandingRow): Promise<RanksBody> {
    const rows = this.dataSource.getRepository(StandingRow);
    const better = { year, points: MoreThan(points) };
    const [centre, own] = await Promise.all([
      rows.countBy(better),
      rows.countBy({ ...better, department: department ?? IsNull() }),
    ]);
    return { centre: centre + 1, department: own + 1 };
  }
}
