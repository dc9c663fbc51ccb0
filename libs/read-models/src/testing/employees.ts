import type { EmployeeEvent, EmployeeFile } from '@app/department';

const when = {
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { id: 'ma-guoqiang', role: 'general-manager' },
  articles: [],
};

/** A technician who leads nobody, unless `file` says otherwise. */
export function joined(employee: string, file: Partial<EmployeeFile>): EmployeeEvent {
  return { ...when, type: 'EmployeeRegistered', data: { employee, ...technician, ...file } };
}

export function changedFile(employee: string, file: Partial<EmployeeFile>): EmployeeEvent {
  return { ...when, type: 'EmployeeChanged', data: { employee, ...technician, ...file } };
}

export function left(employee: string): EmployeeEvent {
  return { ...when, type: 'EmployeeLeft', data: { employee } };
}

const technician: EmployeeFile = { name: '王磊', department: 'repair', supervisor: false };
