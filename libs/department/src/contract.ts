export type {
  Department,
  EmployeeChanged,
  EmployeeEvent,
  EmployeeFile,
  EmployeeLeft,
  EmployeeRegistered,
} from './domain/employee.events.js';
export { employeeEventTypes } from './domain/employee.events.js';
export type { Employee } from './domain/employee.decider.js';
export { employeeStreams } from './domain/employee.decider.js';
export { activeEmployee } from './application/active-employee.js';
