import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NotFound } from '@app/kernel';
import { AsOf } from '@app/projections';
import { keyOf } from '../of-standing.js';
import { answerOf } from './standing-answer.js';
import type { StandingAnswer } from './standing.dto.js';
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
  ) {}

  /** @throws NotFound `no-standing` where the year has no case */
  async execute({ employee, year, minPosition }: StandingQuery): Promise<StandingAnswer> {
    const id = keyOf(employee, year);
    const { position, rows: row } = await this.asOf.read(standing.name, minPosition, () =>
      this.dataSource.getRepository(StandingRow).findOneBy({ id }),
    );
    if (row) return answerOf(row, position);
    throw new NotFound('no-standing', {
      zh: `${employee} 在 ${year} 年度没有案件`,
      en: `${employee} has no case in ${year}`,
    });
  }
}
