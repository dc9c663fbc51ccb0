import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Instant } from '@app/kernel';
import { badCursor, decodeCursor, parseInstant, type CursorKey } from '@app/http';
import type { SearchWords } from '@app/privacy';
import { matching } from '@app/projections';
import { NO_DEADLINE } from './ticket-board.projection.js';
import type { BoardFilter, BoardOrder } from './ticket-board.dto.js';
import { TicketBoardRow } from './ticket-board.row.js';

type Selection = SelectQueryBuilder<TicketBoardRow>;

/** A deadline has passed and is not met; a clock that stands still does not pass it (B2). */
const OVERDUE = `(t.status = 'open' AND t.next_due < :now)`;

/** Most of a clock's time is used up, and it can still be met. */
const AT_RISK = `(t.status = 'open' AND t.risk_from <= :now)`;

interface AskedOf {
  readonly now: Instant;
  readonly words: SearchWords;
  /** Every file of the customer that the filter names. */
  readonly customers: readonly string[];
}

/**
 * The rows that a filter names, in its order, after its cursor.
 *
 * @throws HttpProblem 400 `bad-cursor` when the cursor is not one of this order's
 */
export function boardSelection(
  dataSource: DataSource,
  filter: BoardFilter,
  { now, words, customers }: AskedOf,
): Selection {
  const selection = dataSource.getRepository(TicketBoardRow).createQueryBuilder('t');
  narrow(selection, filter, words);
  if (filter.customer !== undefined)
    selection.andWhere('t.customer = ANY(:customers)', { customers });
  if (filter.breached === true) selection.andWhere(`t.breached <> '{}'`);
  if (filter.breached === false) selection.andWhere(`t.breached = '{}'`);
  if (filter.atRisk === true) selection.andWhere(AT_RISK, { now });
  if (filter.atRisk === false) selection.andWhere(`coalesce(NOT ${AT_RISK}, true)`, { now });
  if (filter.overdue === true) selection.andWhere(OVERDUE, { now });
  if (filter.overdue === false) selection.andWhere(`coalesce(NOT ${OVERDUE}, true)`, { now });
  return ordered(selection, filter);
}

/** What a row's place in an order is told by; the cursor is made of it. */
export function orderKey(row: TicketBoardRow, sort: BoardOrder = 'newest'): CursorKey {
  return [sort, sort === 'newest' ? row.openedAt : (row.nextDue ?? NO_DEADLINE), row.ticket];
}

function narrow(
  selection: Selection,
  { status, technician, awaitsFollowUp, q }: BoardFilter,
  words: SearchWords,
): void {
  if (status) selection.andWhere('t.status = ANY(:status)', { status });
  if (awaitsFollowUp !== undefined)
    selection.andWhere('t.awaits_follow_up = :awaitsFollowUp', { awaitsFollowUp });
  if (technician !== undefined) {
    selection.andWhere('t.technicians @> ARRAY[:technician]::text[]', { technician });
  }
  if (q !== undefined) matching(selection, q, words);
}

function ordered(selection: Selection, { sort = 'newest', after }: BoardFilter): Selection {
  const [column, direction, sign] =
    sort === 'newest' ? ['opened_at', 'DESC' as const, '<'] : ['due_order', 'ASC' as const, '>'];
  if (after !== undefined) {
    const [order, at, ticket] = decodeCursor(after, ['string', 'string', 'string']);
    if (order !== sort || parseInstant(String(at)) !== at) throw badCursor();
    selection.andWhere(`(t.${column}, t.ticket) ${sign} (:at, :ticket)`, { at, ticket });
  }
  return selection.orderBy(`t.${column}`, direction).addOrderBy('t.ticket', direction);
}
