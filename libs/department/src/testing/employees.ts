import fc from 'fast-check';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { EmployeeEvent, EmployeeFile } from '../contract.js';

const event = eventOf<EmployeeEvent>(MANAGER);

/** A technician who leads nobody, unless `file` says otherwise. */
export function joined(employee: string, file: Partial<EmployeeFile>): EmployeeEvent {
  return event('EmployeeRegistered', { employee, ...technician, ...file });
}

export function changedFile(employee: string, file: Partial<EmployeeFile>): EmployeeEvent {
  return event('EmployeeChanged', { employee, ...technician, ...file });
}

export function left(employee: string): EmployeeEvent {
  return event('EmployeeLeft', { employee });
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
