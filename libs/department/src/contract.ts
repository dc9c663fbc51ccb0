export type {
  ActCause,
  ActOnEmployeeUndone,
  Department,
  EmployeeChanged,
  EmployeeDismissed,
  EmployeeEvent,
  EmployeeFile,
  EmployeeLeft,
  EmployeeRegistered,
  EmployeeRemovedFromPost,
  SubordinatePassed,
} from './domain/employee.events.js';
export { employeeEventTypes } from './domain/employee.events.js';
export type { Employee } from './domain/employee.state.js';
export { actOfKind, employeeStreams } from './domain/employee.state.js';
export { lineAbove } from './application/line-above.js';
export { activeEmployee, activeThen } from './application/active-employee.js';
