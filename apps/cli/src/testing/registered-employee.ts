import type { Executor, Outcome } from '@app/event-store';
import { employees } from '@app/department/src/employee.aggregate.js';

/** 李伟, a technician, registered by an operator through the real decider. */
export function registeredEmployee(executor: Executor, commandId: string): Promise<Outcome> {
  const data = { employee: 'li-wei', name: '李伟', department: 'repair', supervisor: false };
  const request = {
    id: data.employee,
    type: 'RegisterEmployee',
    data,
    commandId,
    occurredAt: new Date().toISOString(),
    receivedAt: new Date().toISOString(),
    actor: { id: 'operator', role: 'operator' },
    fingerprint: data,
    correlationId: 'registration',
    policyVersion: '1',
  };
  return executor.executeRequest(request, employees.streams.named(data.employee), employees);
}
