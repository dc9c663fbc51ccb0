import { activeEmployee } from '@app/department';
import type { Contexts } from '@app/event-store';
import type { Ladder } from '../domain/roster.values.js';

interface KnownEmployees {
  readonly employees: 'active';
}

/** That all whom a ladder names work here. @throws NotFound `unknown-employee` where one does not */
export async function ladderIsStaffed(
  { data: { rungs, generalManager } }: { readonly data: Ladder },
  contexts: Contexts,
): Promise<KnownEmployees> {
  const weekly = rungs.flatMap(({ shifts }) => shifts.flatMap(({ employees }) => employees));
  return allActive([...weekly, generalManager], contexts);
}

/** That all who stand in for others work here. @throws NotFound `unknown-employee` where one does not */
export async function standInsAreActive(
  { data: { employees } }: { readonly data: { readonly employees: readonly string[] } },
  contexts: Contexts,
): Promise<KnownEmployees> {
  return allActive(employees, contexts);
}

async function allActive(employees: readonly string[], contexts: Contexts) {
  for (const employee of new Set(employees)) await activeEmployee({ data: { employee } }, contexts);
  return { employees: 'active' } as const;
}
