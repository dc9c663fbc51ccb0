import { Invalid, NotFound, NotPossible, streams, type Command, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import type { EmployeeEvent, EmployeeFile } from './employee.events.js';

export type RegisterEmployee = Command<'RegisterEmployee', { employee: string } & EmployeeFile>;
export type ChangeEmployee = Command<'ChangeEmployee', EmployeeFile>;
export type RecordEmployeeLeft = Command<'RecordEmployeeLeft', { reason?: string }>;
export type EmployeeCommand = RegisterEmployee | ChangeEmployee | RecordEmployeeLeft;

/** One employee of the service centre. */
export type Employee =
  | { readonly status: 'none' }
  | ({ readonly status: 'active' | 'left'; readonly employee: string } & EmployeeFile);

export const employeeStreams = streams<Employee>('employee');

export const employeeDecider: Decider<EmployeeCommand, Employee, EmployeeEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve,
  decide,
};

function decide(command: EmployeeCommand, employee: Employee): EmployeeEvent[] {
  switch (command.type) {
    case 'RegisterEmployee':
      if (employee.status !== 'none') {
        throw new NotPossible('already-registered', {
          zh: '该员工已登记',
          en: 'the employee is registered already',
        });
      }
      notOwnSupervisor(command.data.employee, command.data);
      return [happened(command, 'EmployeeRegistered', command.data)];
    case 'ChangeEmployee': {
      const id = active(employee);
      notOwnSupervisor(id, command.data);
      return [happened(command, 'EmployeeChanged', { employee: id, ...command.data })];
    }
    case 'RecordEmployeeLeft':
      return [happened(command, 'EmployeeLeft', { employee: active(employee), ...command.data })];
  }
}

function evolve(employee: Employee, event: EmployeeEvent): Employee {
  switch (event.type) {
    case 'EmployeeRegistered':
    case 'EmployeeChanged':
      return { status: 'active', ...event.data };
    case 'EmployeeLeft':
      return employee.status === 'none' ? employee : { ...employee, status: 'left' };
  }
}

function active(employee: Employee): string {
  if (employee.status === 'active') return employee.employee;
  if (employee.status === 'left') {
    throw new NotPossible('employee-left', { zh: '该员工已离职', en: 'the employee has left' });
  }
  throw unknownEmployee();
}

export function unknownEmployee(): NotFound {
  return new NotFound('unknown-employee', { zh: '没有这位员工', en: 'there is no such employee' });
}

/** The refusal of a command that names somebody who does not work here, in its field `employee`. */
export function notActive(employee: string): NotFound {
  const says = { zh: `没有在职员工 ${employee}`, en: `there is no active employee ${employee}` };
  return new NotFound('unknown-employee', says, '/employee');
}

function notOwnSupervisor(employee: string, { reportsTo }: EmployeeFile): void {
  if (reportsTo !== employee) return;
  throw new Invalid(
    'own-supervisor',
    { zh: '员工不能是自己的主管', en: 'nobody is their own supervisor' },
    '/reportsTo',
  );
}
