import type { ReadModel } from '@app/projections';
import { readEmployee } from '../../permissions.js';
import { EmployeeList1763900700000 } from './1763900700000-employee-list.js';
import { EmployeeListController } from './employee-list.controller.js';
import { employeeList } from './employee-list.projection.js';
import { EmployeeListHandler } from './employee-list.query.js';

/** Everybody who works here, or has. */
export const employeeListModel: ReadModel = {
  projection: employeeList,
  migrations: [EmployeeList1763900700000],
  permission: readEmployee,
  controller: EmployeeListController,
  handlers: [EmployeeListHandler],
};
