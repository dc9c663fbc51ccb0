import type { Contexts } from '@app/event-store';
import { employeeStreams } from '../domain/employee.state.js';
import { LONGEST_LINE, type KnownLine, type Superior } from '../domain/reports-to.js';

/**
 * Who is above an employee whose file names a supervisor: as far as somebody who works here reports to
 * somebody else, who is not yet among them, and at most `LONGEST_LINE` people. Whoever has left
 * reports to nobody any more.
 */
export async function lineAbove(
  { data }: { readonly data: { readonly reportsTo?: string } },
  contexts: Contexts,
): Promise<KnownLine> {
  const above: Superior[] = [];
  let next = data.reportsTo;
  while (next !== undefined && above.length < LONGEST_LINE && !isAmong(above, next)) {
    const file = await contexts.read(employeeStreams, next);
    above.push({ employee: next, status: file.status });
    next = file.status === 'active' ? file.reportsTo : undefined;
  }
  return { above };
}

function isAmong(above: readonly Superior[], employee: string): boolean {
  return above.some((superior) => superior.employee === employee);
}
