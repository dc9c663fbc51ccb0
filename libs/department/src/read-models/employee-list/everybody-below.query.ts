import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';

/** Everybody below somebody, directly or over others, as the files say now; who has left keeps the line they had. */
export class EverybodyBelowQuery extends Query<readonly string[]> {
  constructor(readonly leader: string) {
    super();
  }
}

@QueryHandler(EverybodyBelowQuery)
export class EverybodyBelowHandler implements IQueryHandler<EverybodyBelowQuery> {
  constructor(private readonly dataSource: DataSource) {}

  async execute({ leader }: EverybodyBelowQuery): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ employee: string }[]>(BELOW, [leader]);
    return rows.map(({ employee }) => employee);
  }
}

/** `UNION` takes each once, so that a circle ends, whatever was stored. */
const BELOW = `
  WITH RECURSIVE below AS (
    SELECT employee FROM read_model.employee WHERE reports_to = $1
    UNION
    SELECT e.employee FROM read_model.employee e JOIN below b ON e.reports_to = b.employee
  )
  SELECT employee FROM below`;
