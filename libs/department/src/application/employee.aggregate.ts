import type { Aggregate } from '@app/event-store';
import {
  employeeDecider,
  type Employee,
  type EmployeeCommand,
} from '../domain/employee.decider.js';
import { employeeEventTypes, type EmployeeEvent } from '../domain/employee.events.js';

export const employeeAggregate: Aggregate<EmployeeCommand, Employee, EmployeeEvent> = {
  decider: employeeDecider,
  types: employeeEventTypes,
};

export const employeeStream = (employee: string): string => `employee-${employee}`;
