import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import {
  badCursor,
  decodeCursor,
  DEFAULT_LIMIT,
  pageOf,
  type Filter,
  type PageOf,
} from '@app/http';
import { sameCustomers } from '@app/customers';
import { Contexts } from '@app/event-store';
import type { Reader } from '@app/identity';
import { minutesBetween, type Instant } from '@app/kernel';
import { AsOf, matching } from '@app/projections';
import { readsEverybodys } from '../../permissions.js';
import type { ComplaintBoardParams } from './complaint-board.dto.js';
import { complaintBoard } from './complaint-board.projection.js';
import { ComplaintRow, type ComplaintItem } from './complaint-board.row.js';

type Selection = SelectQueryBuilder<ComplaintRow>;

/** The complaints that a filter names, as of `now`, of those that somebody may read. */
export class ComplaintBoardQuery extends Query<PageOf<ComplaintItem>> {
  constructor(
    readonly filter: Filter<ComplaintBoardParams>,
    readonly now: Instant,
    readonly reader: Reader,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(ComplaintBoardQuery)
export class ComplaintBoardHandler implements IQueryHandler<ComplaintBoardQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  async execute({
    filter,
    now,
    reader,
    minPosition,
  }: ComplaintBoardQuery): Promise<PageOf<ComplaintItem>> {
    const { limit = DEFAULT_LIMIT, after, q } = filter;
    const selection = this.dataSource.getRepository(ComplaintRow).createQueryBuilder('c');
    readableTo(selection, reader);
    narrow(selection, filter, now);
    if (filter.customer !== undefined) {
      const customers = await sameCustomers(filter.customer, this.contexts);
      selection.andWhere('c.customer = ANY(:customers)', { customers });
    }
    if (q !== undefined) matching(selection, q, this.asOf.words);
    if (after !== undefined) selection.andWhere('c.recorded < :place', { place: placeOf(after) });
    selection.orderBy('c.recorded', 'DESC').limit(limit + 1);
    const { position, rows } = await this.asOf.read(complaintBoard.name, minPosition, () =>
      selection.getMany(),
    );
    return pageOf(
      rows.map((row) => itemOf(row, now)),
      limit,
      position,
      ({ recorded }) => [recorded],
    );
  }
}

/** Never those in which they are complained of (R9); who reads not all, those that they received or investigate. */
function readableTo(selection: Selection, { id, roles }: Reader): void {
  selection.where('NOT c.employees @> ARRAY[:reader]::text[]', { reader: id });
  if (readsEverybodys(roles)) return;
  selection.andWhere(
    `((c.state->'assigned')::jsonb || (c.state->'receivedBy')::jsonb) @> to_jsonb(CAST(:reader AS text))`,
  );
}

function narrow(
  selection: Selection,
  { stage, cause, employee, ticket, overdue, breached, repeated }: Filter<ComplaintBoardParams>,
  now: Instant,
): void {
  if (stage) selection.andWhere('c.stage = ANY(:stage)', { stage });
  if (cause !== undefined) selection.andWhere('c.causes @> ARRAY[:cause]::text[]', { cause });
  if (employee !== undefined)
    selection.andWhere('c.employees @> ARRAY[:employee]::text[]', { employee });
  if (ticket !== undefined) selection.andWhere('c.ticket = :ticket', { ticket });
  flag(selection, overdue, 'c.next_due < :now', { now });
  flag(selection, breached, `c.missed <> '{}'`);
  flag(
    selection,
    repeated,
    `EXISTS (SELECT 1 FROM read_model.complaint o WHERE o.thing = c.thing AND o.complaint <> c.complaint)`,
  );
}

function flag(selection: Selection, asked: boolean | undefined, is: string, values: object = {}) {
  if (asked === undefined) return;
  selection.andWhere(asked ? `(${is})` : `coalesce(NOT (${is}), true)`, { ...values });
}

function itemOf({ state: _, ...row }: ComplaintRow, now: Instant): ComplaintItem {
  const until = row.closedAt ?? now;
  const ageHours = Math.max(0, Math.floor(minutesBetween(row.receivedAt, until) / 60));
  return { ...row, ageHours, overdue: row.nextDue !== null && row.nextDue < now };
}

/** @throws HttpProblem 400 `bad-cursor` when it is not one of this list's */
function placeOf(cursor: string): string {
  const [place] = decodeCursor(cursor, ['string']) as [string];
  if (!/^\d{1,18}$/.test(place)) throw badCursor();
  return place;
}
