import type { DataSource } from 'typeorm';
import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { Reader } from '@app/identity';
import { leads } from '../../application/leads.js';
import { readsEverybodys } from '../../permissions.js';
import { AppraisalEntryRow } from './appraisal-sheet.row.js';
import { sheetOf, type Sheet } from './sheet.js';

/** Where sheets are read, and who leads whom. */
export interface From {
  readonly dataSource: DataSource;
  readonly contexts: Contexts;
}

/** Of which month, and as known when; default: by all that is recorded. */
export interface AskedMonth {
  readonly month: string;
  readonly knownAt?: Instant;
}

/** Whose sheets somebody reads: their own, of those whom they lead as a supervisor, and as the general manager or auditor all. */
export async function mayReadSheetOf(
  { id, roles }: Reader,
  employee: string,
  contexts: Contexts,
): Promise<boolean> {
  if (id === employee || readsEverybodys(roles)) return true;
  return roles.includes('supervisor') && leads(id, employee, contexts);
}

/** The sheets of these people, each by all that was known. */
export async function sheetsOf(
  dataSource: DataSource,
  employees: readonly string[],
  { month, knownAt }: AskedMonth,
): Promise<readonly Sheet[]> {
  if (employees.length === 0) return [];
  const selection = dataSource
    .getRepository(AppraisalEntryRow)
    .createQueryBuilder('e')
    .where(
      `e.subject IN (SELECT o.subject FROM read_model.appraisal_entry o
                     WHERE o.month = :month AND o.employee IN (:...employees))`,
      { month, employees },
    )
    .orderBy('e.position', 'ASC')
    .addOrderBy('e.id', 'ASC');
  if (knownAt !== undefined) selection.andWhere('e.recordedAt <= :knownAt', { knownAt });
  const known = await selection.getMany();
  return employees.map((employee) => sheetOf({ employee, month }, known));
}

/**
 * Who has a sheet of the month that somebody may read, in the order of their ids.
 *
 * @param after whom they come after, `''` for the first
 * @param count how many at most
 */
export async function employeesWithSheets(
  { dataSource, contexts }: From,
  reader: Reader,
  { month, knownAt }: AskedMonth,
  { after, count }: { readonly after: string; readonly count: number },
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let last = after; ;) {
    const selection = dataSource
      .getRepository(AppraisalEntryRow)
      .createQueryBuilder('e')
      .select('DISTINCT e.employee', 'employee')
      .where('e.month = :month AND e.employee > :last', { month, last })
      .orderBy('employee', 'ASC')
      .limit(count);
    if (knownAt !== undefined) selection.andWhere('e.recordedAt <= :knownAt', { knownAt });
    const rows = await selection.getRawMany<{ readonly employee: string }>();
    for (const { employee } of rows) {
      if (found.length < count && (await mayReadSheetOf(reader, employee, contexts)))
        found.push(employee);
    }
    if (rows.length < count || found.length === count) return found;
    last = rows.at(-1)!.employee;
  }
}
