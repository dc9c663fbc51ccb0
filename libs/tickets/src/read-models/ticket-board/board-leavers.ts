import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { employeeStreams } from '@app/department';
import type { Contexts } from '@app/event-store';
import { crewOf } from '../../domain/visit/crew.js';
import { isToCome } from './board-visits.js';
import { TicketBoardRow } from './ticket-board.row.js';

/** A visit that nobody has arrived at yet has somebody of `:left` in its crew. */
const AWAITS_LEAVER = `(t.status = 'open' AND t.technicians && CAST(:left AS text[]) AND EXISTS (
  SELECT FROM json_array_elements(t.visits) AS v
  WHERE v->>'progress' IN ('scheduled', 'departed') AND (v->>'technician' = ANY(:left) OR EXISTS (
    SELECT FROM json_array_elements_text(v->'others') AS o WHERE o = ANY(:left)))))`;

/**
 * Narrows a selection to the open tickets with a visit to come of somebody who has left, or to all
 * others. Who has left is asked of the people's files, not remembered in rows: somebody may come back.
 */
export async function narrowToLeavers(
  selection: SelectQueryBuilder<TicketBoardRow>,
  awaited: boolean,
  contexts: Contexts,
  dataSource: DataSource,
): Promise<void> {
  const going = await dataSource
    .getRepository(TicketBoardRow)
    .createQueryBuilder('t')
    .select('DISTINCT unnest(t.technicians)', 'employee')
    .where("t.status = 'open'")
    .getRawMany<{ employee: string }>();
  const left = await leaversAmong(
    going.map(({ employee }) => employee),
    contexts,
  );
  selection.andWhere(awaited ? AWAITS_LEAVER : `NOT ${AWAITS_LEAVER}`, { left });
}

/** For each row, who of the visits that are still to be made has left: somebody else is to be found. */
export async function leaversOf(
  rows: readonly TicketBoardRow[],
  contexts: Contexts,
): Promise<(row: TicketBoardRow) => readonly string[]> {
  const left = await leaversAmong([...new Set(rows.flatMap(awaitedCrew))], contexts);
  return (row) => awaitedCrew(row).filter((employee) => left.includes(employee));
}

async function leaversAmong(
  employees: readonly string[],
  contexts: Contexts,
): Promise<readonly string[]> {
  const files = await contexts.readMany(employeeStreams, employees);
  return files.flatMap((file) =>
    file.status === 'left' || file.status === 'dismissed' ? [file.employee] : [],
  );
}

function awaitedCrew({ status, visits }: TicketBoardRow): readonly string[] {
  if (status !== 'open') return [];
  return [...new Set(visits.filter(isToCome).flatMap(crewOf))];
}
