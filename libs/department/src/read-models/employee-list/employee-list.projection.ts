import { searchVector, type Projection } from '@app/projections';
import { employeeEventTypes, type EmployeeEvent } from '../../contract.js';
import { EmployeeRow } from './employee-list.row.js';

/** Everybody who works here, or has. */
export const employeeList: Projection<EmployeeRow, EmployeeEvent> = {
  name: 'employee-list',
  version: 3,
  row: EmployeeRow,
  derived: {
    search: { type: 'tsvector', of: ({ employee, name }) => searchVector([employee, name]) },
  },
  handles: employeeEventTypes,
  begins: ['EmployeeRegistered'],
  keysOf: (event) => [event.data.employee],
  evolve(row, event, employee) {
    const { version } = event;
    if (event.type === 'EmployeeLeft') return row && { ...row, status: 'left', version };
    const { name, department, supervisor, reportsTo = null } = event.data;
    return { employee, status: 'active', name, department, supervisor, reportsTo, version };
  },
};
