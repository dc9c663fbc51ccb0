import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import {
  CalendarDate,
  decodeCursor,
  DEFAULT_LIMIT,
  Flag,
  MayBeAbsent,
  pageOf,
  PageQuery,
  SeveralOf,
  Slug,
  type PageOf,
} from '@app/http';
import { AsOf } from '@app/projections';
import { maintenanceCalendar } from './maintenance-calendar.projection.js';
import type { MaintenanceRow, MaintenanceStatus } from './maintenance-calendar.row.js';

/** Which rounds of maintenance. */
export class MaintenanceParams extends PageQuery {
  /** First business date; default: from the earliest on. */
  @MayBeAbsent()
  @CalendarDate()
  from?: string;

  /** Last business date, included; default: to the last that is planned. */
  @MayBeAbsent()
  @CalendarDate()
  until?: string;

  /** Id of the customer on file. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  contract?: string;

  /** Default: every one. */
  @SeveralOf(['planned', 'opened', 'done', 'owed'])
  status?: MaintenanceStatus[];

  /** Whether a day of it has passed without it; default: either. */
  @Flag()
  late?: boolean;
}

export class MaintenanceQuery extends Query<PageOf<MaintenanceRow>> {
  constructor(
    readonly params: MaintenanceParams,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

const CALENDAR = `
  SELECT id, contract, customer, site, plan, round::text AS round, day::text AS day, opens, status,
         moved, late, ticket, done_at AS "doneAt"
  FROM read_model.maintenance
  WHERE day >= $1::date AND day <= $2::date AND (day, id) > ($3::date, $4)
    AND ($5::text IS NULL OR customer = $5) AND ($6::text IS NULL OR contract = $6)
    AND ($7::text[] IS NULL OR status = ANY ($7)) AND ($8::boolean IS NULL OR late = $8)
  ORDER BY day, id
  LIMIT $9`;

const [FIRST, LAST] = ['0001-01-01', '9999-12-31'];

@QueryHandler(MaintenanceQuery)
export class MaintenanceHandler implements IQueryHandler<MaintenanceQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ params, minPosition }: MaintenanceQuery): Promise<PageOf<MaintenanceRow>> {
    const { from = FIRST, until = LAST, after, limit = DEFAULT_LIMIT } = params;
    const { customer = null, contract = null, status = null, late = null } = params;
    const beyond = after === undefined ? [FIRST, ''] : decodeCursor(after, ['date', 'string']);
    const asked = [from, until, ...beyond, customer, contract, status, late, limit + 1];
    const { position, rows } = await this.asOf.read(maintenanceCalendar.name, minPosition, () =>
      this.dataSource.query<(Omit<MaintenanceRow, 'opens' | 'doneAt'> & Times)[]>(CALENDAR, asked),
    );
    const shown = rows.map(({ opens, doneAt, ...row }) => ({
      ...row,
      opens: opens.toISOString(),
      doneAt: doneAt && doneAt.toISOString(),
    }));
    return pageOf(shown, limit, position, ({ day, id }) => [day, id]);
  }
}

/** Instants as the database's client reads them. */
interface Times {
  readonly opens: Date;
  readonly doneAt: Date | null;
}
