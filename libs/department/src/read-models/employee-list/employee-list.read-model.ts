import { listOf } from '@app/projections';
import { readEmployee } from '../../permissions.js';
import { EmployeeList1763900700000 } from './1763900700000-employee-list.js';
import { EmployeeLeader1769000400000 } from './1769000400000-employee-leader.js';
import { EmployeeListParams } from './employee-list.dto.js';
import { employeeList } from './employee-list.projection.js';
import { EverybodyBelowHandler } from './everybody-below.query.js';

const list = listOf(employeeList, {
  path: 'employees',
  operation: 'listEmployees',
  summary: 'Employees by state, department, leadership or words, in the order of their ids.',
  to: readEmployee,
  params: EmployeeListParams,
  migrations: [EmployeeList1763900700000, EmployeeLeader1769000400000],
});

/** Everybody who works here, or has, and who is below whom. */
export const employeeListModel = { ...list, handlers: [...list.handlers, EverybodyBelowHandler] };
