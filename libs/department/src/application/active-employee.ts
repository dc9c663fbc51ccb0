import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
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

/**
 * What must be known of whoever gets something in hand: that they work here, or, where it is told late, that
 * they did when it happened (R12).
 *
 * @throws NotFound `unknown-employee` where they do not, and did not
 */
export async function activeThen(
  request: { readonly occurredAt: Instant; readonly data: { readonly employee: string } },
  contexts: Contexts,
): Promise<{ readonly employee: 'active' }> {
  const { employee } = request.data;
  const { then } = await contexts.readAsOf(employeeStreams, employee, request.occurredAt);
  return then.status === 'active' ? { employee: 'active' } : activeEmployee(request, contexts);
}
