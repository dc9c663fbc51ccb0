import type { Executor, Outcome } from '@app/event-store';
import { requested } from '@app/event-store/src/testing/requests.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { employees } from '@app/department/src/employee.aggregate.js';

const nobodyElse = new StatedContexts(() => ({ status: 'none' }));

/** 李伟, a technician, registered by an operator through the real decider. */
export function registeredEmployee(executor: Executor, commandId: string): Promise<Outcome> {
  const data = { employee: 'li-wei', name: '李伟', department: 'repair', supervisor: false };
  const actor = { id: 'operator', role: 'operator' };
  const request = requested('RegisterEmployee', data.employee, data, { commandId, actor });
  const [Handler, , Known] = employees.handledBy();
  return new Handler(executor, new Known!(nobodyElse)).execute({ request }) as Promise<Outcome>;
}
