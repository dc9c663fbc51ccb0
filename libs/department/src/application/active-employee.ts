import type { Contexts } from '@app/event-store';
import { notActive } from '../domain/employee.decider.js';
import { employeeStreams } from '../domain/employee.state.js';

/**
 * What a command of another context must know of the person whom its field `employee` names: that
 * they work here.
 *
 * @throws NotFound `unknown-employee` where they do not
 */
export async function activeEmployee(
  { data: { employee } }: { readonly data: { readonly employee: string } },
  contexts: Contexts,
): Promise<{ readonly employee: 'active' }> {
  const { status } = await contexts.read(employeeStreams, employee);
  if (status !== 'active') throw notActive(employee);
  return { employee: 'active' };
}
