import fc from 'fast-check';
import type { EmployeeEvent, EmployeeFile } from '../contract.js';

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

/** What can become of an employee's file: changed and left in any order, and taken up again. */
export const anyEmployee: fc.Arbitrary<(employee: string) => EmployeeEvent[]> = fc
  .array(
    fc.record({
      how: fc.constantFrom(changedFile, changedFile, left, joined),
      file: fc.record({ name: fc.string(), supervisor: fc.boolean() }),
    }),
    { maxLength: 6 },
  )
  .map((parts) => (employee) => [
    joined(employee, {}),
    ...parts.map(({ how, file }) => how(employee, file)),
  ]);
