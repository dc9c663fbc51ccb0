import { type Projection } from '@app/projections';
import { employeeEventTypes, type EmployeeEvent } from '../../contract.js';
import { EmployeeRow } from './employee-list.row.js';

/** Everybody who works here, or has. */
export const employeeList: Projection<EmployeeRow, EmployeeEvent> = {
  name: 'employee-list',
  version: 5,
  row: EmployeeRow,
  derived: {
    search: { type: 'tsvector', of: ({ employee, name }) => [employee, name] },
  },
  handles: employeeEventTypes,
  begins: ['EmployeeRegistered'],
  keysOf: (event) => [event.data.employee],
  evolve(row, event, employee) {
    const { version } = event;
    if (event.type === 'EmployeeRegistered' || event.type === 'EmployeeChanged') {
      const { name, department, supervisor, reportsTo = null } = event.data;
      const dismissed = event.type === 'EmployeeChanged' && row?.status === 'dismissed';
      const status = dismissed ? 'dismissed' : 'active';
      return { employee, status, name, department, supervisor, reportsTo, version };
    }
    return row && { ...row, ...changedBy(event), version };
  },
};

type Other = Exclude<EmployeeEvent, { type: 'EmployeeRegistered' | 'EmployeeChanged' }>;

function changedBy({ type, data }: Other): Partial<EmployeeRow> {
  switch (type) {
    case 'EmployeeLeft':
      return { status: 'left' };
    case 'EmployeeDismissed':
      return { status: 'dismissed' };
    case 'EmployeeTransferred':
      return { department: data.department };
    case 'EmployeeRemovedFromPost':
      return { supervisor: false };
    case 'SubordinatePassed':
      return { reportsTo: data.to };
    case 'ActOnEmployeeUndone':
      return { ...(data.kind === 'dismissal' && { status: 'active' }), ...data.restores };
  }
}
