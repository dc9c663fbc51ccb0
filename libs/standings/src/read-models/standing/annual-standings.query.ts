import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Filter, type PageOf } from '@app/http';
import { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { AsOf } from '@app/projections';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { yearStreams } from '../../domain/year/year.state.js';
import { keyOf } from '../of-standing.js';
import type { AnnualStandingsParams, CountedBody, RankedStanding } from './standing.dto.js';
import { standing } from './standing.projection.js';
import { StandingRow } from './standing.row.js';

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
        this.page(filter, readable)
          .limit(limit + 1)
          .getMany(),
        this.contexts.read(yearStreams, filter),
      ]);
      const [before, pointsBefore] = await Promise.all([
        this.before(filter, page[0]),
        this.yearBefore(page),
      ]);
      return { page, before, pointsBefore, closed };
    });
    const ranks = ranksOf(rows.page, rows.before);
    const items = rows.page.map((row, index) =>
      shown(row, ranks[index]!, {
        pointsBefore: rows.pointsBefore.get(row.employee) ?? null,
        closed: rows.closed,
      }),
    );
    return pageOf(items, limit, position, ({ points, employee }) => [points, employee]);
  }

  private page(
    filter: Filter<AnnualStandingsParams>,
    readable: readonly string[] | undefined,
  ): SelectQueryBuilder<StandingRow> {
    const selection = this.asked(filter)
      .select(SHOWN.map((column) => `s.${column}`))
      .orderBy('s.points', 'DESC')
      .addOrderBy('s.employee', 'ASC');
    if (readable) selection.andWhere('s.employee = ANY(:readable)', { readable });
    if (filter.after === undefined) return selection;
    const [points, employee] = decodeCursor(filter.after, ['integer', 'string']);
    // The bound stands by itself too: only so does the index begin where the page does.
    return selection
      .andWhere('s.points <= :points')
      .andWhere('(s.points < :points OR s.employee > :last)')
      .setParameters({ points, last: employee });
  }

  /** How many have more points than the page's first, and how many have as many and stand before it. */
  private async before(
    filter: Filter<AnnualStandingsParams>,
    first?: StandingRow,
  ): Promise<Before> {
    if (!first) return { more: 0, same: 0 };
    const { points, employee } = first;
    const counted = await this.asked(filter)
      .select('count(*) FILTER (WHERE s.points > :points)', 'more')
      .addSelect('count(*) FILTER (WHERE s.points = :points AND s.employee < :employee)', 'same')
      .andWhere('s.points >= :points')
      .setParameters({ points, employee })
      .getRawOne<Record<keyof Before, string>>();
    return { more: Number(counted!.more), same: Number(counted!.same) };
  }

  /** Points of the year before, by employee: where somebody comes from. */
  private async yearBefore(page: readonly StandingRow[]): Promise<ReadonlyMap<string, number>> {
    const ids = page.map(({ employee, year }) => keyOf(employee, String(Number(year) - 1)));
    const rows = await this.dataSource
      .getRepository(StandingRow)
      .find({ where: { id: In(ids) }, select: { id: true, employee: true, points: true } });
    return new Map(rows.map(({ employee, points }) => [employee, points]));
  }

  private asked({ year, department }: Filter<AnnualStandingsParams>) {
    const selection = this.dataSource
      .getRepository(StandingRow)
      .createQueryBuilder('s')
      .where('s.year = :year', { year });
    return department === undefined
      ? selection
      : selection.andWhere('s.department = :department', { department });
  }
}

interface Before {
  readonly more: number;
  readonly same: number;
}

/** Who have the same points share the rank of the first of them. */
function ranksOf(rows: readonly StandingRow[], { more, same }: Before): readonly number[] {
  return rows.reduce<number[]>((ranks, { points }, index) => {
    const tied = index > 0 && rows[index - 1]!.points === points;
    const rank = index === 0 ? more + 1 : more + same + index + 1;
    return [...ranks, tied ? ranks[index - 1]! : rank];
  }, []);
}

/** All that is shown of a year, without its cases. */
const SHOWN = ['id', 'employee', 'year', 'department', 'points', 'net'] as const;

function shown(
  { employee, year, department, points, net }: StandingRow,
  rank: number,
  { pointsBefore, closed }: Pick<RankedStanding, 'pointsBefore' | 'closed'>,
): RankedStanding {
  return {
    employee,
    year,
    department,
    points,
    pointsBefore,
    rank,
    closed,
    net: net as CountedBody[],
  };
}
