import { listOf } from '@app/projections';
import { readEmployee } from '../../permissions.js';
import { EmployeeList1763900700000 } from './1763900700000-employee-list.js';
import { EmployeeListParams } from './employee-list.dto.js';
import { employeeList } from './employee-list.projection.js';

/** Everybody who works here, or has. */
export const employeeListModel = listOf(employeeList, {
  path: 'employees',
  operation: 'listEmployees',
  summary: 'Employees by state, department, leadership or words, in the order of their ids.',
  to: readEmployee,
  params: EmployeeListParams,
  migrations: [EmployeeList1763900700000],
});
