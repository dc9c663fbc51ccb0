import {
  alreadyRegistered,
  noSuch,
  notBefore,
  NotFound,
  NotPossible,
  type Ask,
  type Command,
  type Decider,
} from '@app/kernel';
import { happened } from '@app/policy';
import { actOn, type ActOnEmployee } from './acts-on-employees.js';
import type { EmployeeEvent, EmployeeFile } from './employee.events.js';
import type { Employee } from './employee.state.js';
import { evolve } from './employee.evolve.js';
import { checkReportsTo, type KnownLine } from './reports-to.js';

export type RegisterEmployee = Ask<
  'RegisterEmployee',
  { employee: string } & EmployeeFile,
  KnownLine
>;
export type ChangeEmployee = Ask<'ChangeEmployee', EmployeeFile, KnownLine>;
export type RecordEmployeeLeft = Command<'RecordEmployeeLeft', { reason?: string }>;
export type EmployeeCommand =
  RegisterEmployee | ChangeEmployee | RecordEmployeeLeft | ActOnEmployee;

export const employeeDecider: Decider<EmployeeCommand, Employee, EmployeeEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve,
  decide,
};

function decide(command: EmployeeCommand, employee: Employee): EmployeeEvent[] {
  switch (command.type) {
    case 'RegisterEmployee':
      if (employee.status === 'left') notBefore(command, employee.since);
      if (employee.status === 'active' || employee.status === 'dismissed') {
        throw alreadyRegistered({ zh: '员工', en: 'employee' });
      }
      checkReportsTo(command.data.employee, command.data, command.known);
      return [happened(command, 'EmployeeRegistered', command.data)];
    case 'ChangeEmployee': {
      const id = active(command, employee);
      checkReportsTo(id, command.data, command.known, supervisorOf(employee));
      return [happened(command, 'EmployeeChanged', { employee: id, ...command.data })];
    }
    case 'RecordEmployeeLeft':
      return [
        happened(command, 'EmployeeLeft', { employee: active(command, employee), ...command.data }),
      ];
    default:
      return [...actOn(command, employee)];
  }
}

/** Who it is, if they work here and their file did not change after the command was meant. */
function active(command: Command, employee: Employee): string {
  if (employee.status === 'active' || employee.status === 'dismissed') {
    notBefore(command, employee.since);
    return employee.employee;
  }
  if (employee.status === 'left') {
    throw new NotPossible('employee-left', { zh: '该员工已离职', en: 'the employee has left' });
  }
  throw unknownEmployee();
}

export const unknownEmployee = noSuch('employee', { zh: '这位员工', en: 'employee' });

/** The refusal of a command that names somebody who does not work here, in its field `employee`. */
export function notActive(employee: string): NotFound {
  const says = { zh: `没有在职员工 ${employee}`, en: `there is no active employee ${employee}` };
  return new NotFound('unknown-employee', says, '/employee');
}

function supervisorOf(employee: Employee): string | undefined {
  return employee.status === 'none' ? undefined : employee.reportsTo;
}
