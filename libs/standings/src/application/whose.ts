import type { Contexts } from '@app/event-store';
import { employeeStreams } from '@app/department';
import type { Reader } from '@app/identity';
import { readsEverybodys, leadsOthers } from '../permissions.js';

/** Nobody has more people above them, by whatever was stored. */
const LONGEST_LINE = 50;

/**
 * Of some employees those whose standing somebody may read: their own; as a supervisor also of all below
 * them, be it over others; as the general manager or an auditor everybody's.
 */
export async function readableTo(
  { id, roles }: Reader,
  employees: readonly string[],
  contexts: Contexts,
): Promise<readonly string[]> {
  if (readsEverybodys(roles)) return employees;
  if (!leadsOthers(roles)) return employees.filter((each) => each === id);
  const above = await superiorsOf(employees, contexts);
  return employees.filter((each) => each === id || isBelow(each, id, above));
}

/** To whom each of them and of those above them reports. */
async function superiorsOf(
  employees: readonly string[],
  contexts: Contexts,
): Promise<ReadonlyMap<string, string | undefined>> {
  const known = new Map<string, string | undefined>();
  let next = [...new Set(employees)];
  while (next.length > 0) {
    const files = await contexts.readMany(employeeStreams, next);
    next.forEach((each, index) => {
      const file = files[index]!;
      known.set(each, file.status === 'none' ? undefined : file.reportsTo);
    });
    const superiors = next.flatMap((each) => known.get(each) ?? []);
    next = [...new Set(superiors)].filter((each) => !known.has(each));
  }
  return known;
}

function isBelow(
  employee: string,
  superior: string,
  above: ReadonlyMap<string, string | undefined>,
): boolean {
  let next = above.get(employee);
  for (let steps = 0; next !== undefined && steps < LONGEST_LINE; steps++) {
    if (next === superior) return true;
    next = above.get(next);
  }
  return false;
}
