import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { instantOf, plusDays, type Instant, type LocalDate } from '@app/kernel';
import { AsOf } from '@app/projections';
import type { ComplaintFigures } from './complaint-board.dto.js';
import { complaintBoard } from './complaint-board.projection.js';

/** What complaints came to that were received on these days, both included. */
export class ComplaintFiguresQuery extends Query<ComplaintFigures> {
  constructor(
    readonly from: LocalDate,
    readonly until: LocalDate,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

type Sums = Omit<ComplaintFigures, 'causes' | 'position'>;
type Cause = ComplaintFigures['causes'][number];

const SUMS = `
  SELECT count(*)::int AS received,
    count(*) FILTER (WHERE answered_at IS NOT NULL AND missed = '{}')::int AS "answeredInTime",
    count(*) FILTER (WHERE status = 'open')::int AS open,
    count(*) FILTER (WHERE missed <> '{}')::int AS breached,
    count(*) FILTER (WHERE round > 1)::int AS reopened,
    count(*) FILTER (WHERE upheld <> '{}')::int AS upheld,
    count(*) FILTER (WHERE anonymous)::int AS anonymous,
    count(*) FILTER (WHERE ended IN ('withdrawn', 'unreachable'))::int AS unanswered,
    avg(rating)::numeric(3, 2)::text AS rating
  FROM read_model.complaint WHERE received_at >= $1 AND received_at < $2`;

const CAUSES = `
  SELECT cause AS of, count(*)::int AS count,
    count(*) FILTER (WHERE cause = ANY (upheld))::int AS upheld
  FROM read_model.complaint, unnest(causes) AS cause
  WHERE received_at >= $1 AND received_at < $2
  GROUP BY cause ORDER BY count(*) DESC, cause COLLATE "C"`;

@QueryHandler(ComplaintFiguresQuery)
export class ComplaintFiguresHandler implements IQueryHandler<ComplaintFiguresQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ from, until, minPosition }: ComplaintFiguresQuery): Promise<ComplaintFigures> {
    const span: readonly Instant[] = [
      instantOf(from, '00:00'),
      instantOf(plusDays(until, 1), '00:00'),
    ];
    const { position, rows } = await this.asOf.read(complaintBoard.name, minPosition, async () => ({
      sums: await this.dataSource.query<Sums[]>(SUMS, [...span]),
      causes: await this.dataSource.query<Cause[]>(CAUSES, [...span]),
    }));
    return { ...rows.sums[0]!, causes: rows.causes, position: position.toString() };
  }
}
