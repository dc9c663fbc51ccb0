import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Filter, type PageOf } from '@app/http';
import { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { AsOf } from '@app/projections';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { yearStreams } from '../../domain/year/year.state.js';
import type { AnnualStandingsParams, RankedStanding } from './standing.dto.js';
import { standing } from './standing.projection.js';

/** The standings of a year by their points, the most first. */
export class AnnualStandingsQuery extends Query<PageOf<RankedStanding>> {
  /** @param reader only what they may read is shown, ranked among all */
  constructor(
    readonly filter: Filter<AnnualStandingsParams>,
    readonly minPosition: bigint,
    readonly reader: Reader,
  ) {
    super();
  }
}

/*
 * One statement, as its answer is one moment's. The bound of the points stands by itself too: only so does the index
 * begin where the page does; it alone counts who comes before the page.
 */
const PAGE = `
  WITH page AS MATERIALIZED (
    SELECT employee, year, department, points, net
    FROM read_model.standing
    WHERE year = $1 AND ($2::text IS NULL OR department = $2)
      AND ($3::text[] IS NULL OR employee = ANY($3))
      AND ($4::integer IS NULL OR (points <= $4 AND (points < $4 OR employee > $5)))
    ORDER BY points DESC, employee
    LIMIT $6
  ), first AS (
    SELECT points, employee FROM page ORDER BY points DESC, employee LIMIT 1
  )
  SELECT page.*, before.points AS "pointsBefore",
         (SELECT count(*) FROM read_model.standing
          WHERE year = $1 AND ($2::text IS NULL OR department = $2)
            AND points > (SELECT points FROM first))::integer AS more,
         (SELECT count(*) FROM read_model.standing
          WHERE year = $1 AND ($2::text IS NULL OR department = $2)
            AND points = (SELECT points FROM first)
            AND employee < (SELECT employee FROM first))::integer AS same
  FROM page
  LEFT JOIN read_model.standing AS before
    ON before.id = page.employee || ':' || (page.year::integer - 1)
  ORDER BY page.points DESC, page.employee`;

interface Row extends Omit<RankedStanding, 'rank' | 'closed'> {
  /** How many have more points than the page's first. */
  readonly more: number;
  /** How many have as many, and stand before it. */
  readonly same: number;
}

@QueryHandler(AnnualStandingsQuery)
export class AnnualStandingsHandler implements IQueryHandler<AnnualStandingsQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
    private readonly readership: OwnAndBelow,
  ) {}

  async execute(query: AnnualStandingsQuery): Promise<PageOf<RankedStanding>> {
    const { filter, minPosition, reader } = query;
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const { position, rows } = await this.asOf.read(standing.name, minPosition, async () => {
      const readable = await this.readership.readableTo(reader);
      const [page, { closed }] = await Promise.all([
        this.page(filter, readable, limit),
        this.contexts.read(yearStreams, filter),
      ]);
      return { page, closed };
    });
    const ranks = ranksOf(rows.page);
    const items = rows.page.map(({ more: _more, same: _same, ...row }, index) => ({
      ...row,
      rank: ranks[index]!,
      closed: rows.closed,
    }));
    return pageOf(items, limit, position, ({ points, employee }) => [points, employee]);
  }

  private page(
    { year, department, after }: Filter<AnnualStandingsParams>,
    readable: readonly string[] | undefined,
    limit: number,
  ): Promise<readonly Row[]> {
    const [points, last] = after === undefined ? [] : decodeCursor(after, ['integer', 'string']);
    return this.dataSource.query<Row[]>(PAGE, [
      year,
      department,
      readable,
      points,
      last,
      limit + 1,
    ]);
  }
}

/** Who have the same points share the rank of the first of them. */
function ranksOf(rows: readonly Row[]): readonly number[] {
  return rows.reduce<number[]>((ranks, { points, more, same }, index) => {
    const tied = index > 0 && rows[index - 1]!.points === points;
    const rank = index === 0 ? more + 1 : more + same + index + 1;
    return [...ranks, tied ? ranks[index - 1]! : rank];
  }, []);
}
