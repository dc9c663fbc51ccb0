import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Instant } from '@app/kernel';
import { badCursor, decodeCursor, parseInstant, type CursorKey } from '@app/http';
import { matching } from '@app/projections';
import { NO_DEADLINE } from './ticket-board.projection.js';
import type { BoardFilter, BoardOrder } from './ticket-board.dto.js';
import { TicketBoardRow } from './ticket-board.row.js';

type Selection = SelectQueryBuilder<TicketBoardRow>;

/** What a restoration clock shows that stands still until the agreed hour at the latest (V19). */
const RESTORATION_CLOCK = `CASE
  WHEN t.paused_since IS NULL THEN CAST(:now AS timestamptz)
  WHEN CAST(:now AS timestamptz) < t.paused_until THEN t.paused_since
  ELSE CAST(:now AS timestamptz) - (t.paused_until - t.paused_since) END`;

/** A deadline has passed and is not met; a restoration clock that stands still does not pass it (B2, V19). */
const OVERDUE = `(t.status = 'open' AND (
  (t.arrived_at IS NULL AND t.response_due < :now)
  OR (t.restored_at IS NULL AND t.restoration_due < ${RESTORATION_CLOCK})))`;

/**
 * The rows that a filter names, in its order, after its cursor.
 *
 * @throws HttpProblem 400 `bad-cursor` when the cursor is not one of this order's
 */
export function boardSelection(
  dataSource: DataSource,
  filter: BoardFilter,
  now: Instant,
): Selection {
  const selection = dataSource.getRepository(TicketBoardRow).createQueryBuilder('t');
  narrow(selection, filter);
  if (filter.overdue === true) selection.andWhere(OVERDUE, { now });
  if (filter.overdue === false) selection.andWhere(`coalesce(NOT ${OVERDUE}, true)`, { now });
  return ordered(selection, filter);
}

/** What a row's place in an order is told by; the cursor is made of it. */
export function orderKey(row: TicketBoardRow, sort: BoardOrder = 'newest'): CursorKey {
  return [sort, sort === 'newest' ? row.openedAt : (row.nextDue ?? NO_DEADLINE), row.ticket];
}

function narrow(selection: Selection, { status, technician, customer, q }: BoardFilter): void {
  if (status) selection.andWhere('t.status = ANY(:status)', { status });
  if (technician !== undefined) {
    selection.andWhere('t.technicians @> ARRAY[:technician]::text[]', { technician });
  }
  if (customer !== undefined) selection.andWhere('t.customer = :customer', { customer });
  if (q !== undefined) matching(selection, q);
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
