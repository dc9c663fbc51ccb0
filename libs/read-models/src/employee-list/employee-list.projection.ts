import { employeeEventTypes, type EmployeeEvent } from '@app/department';
import type { RecordedEvent } from '@app/event-store';
import type { ProjectionInto } from '@app/projections';
import { searchVector } from '../search/bigrams.js';
import type { EmployeeRow } from './employee-list.row.js';

type RecordedEmployeeEvent = Omit<RecordedEvent, 'type' | 'data'> & EmployeeEvent;

/** Everybody who works here, or has. */
export const employeeList: ProjectionInto<EmployeeRow> = {
  name: 'employee-list',
  version: 2,
  table: 'read_model.employee',
  key: 'employee',
  columns: ['employee', 'status', 'name', 'department', 'supervisor', 'reportsTo', 'version'],
  derivedColumns: ['search'],
  derive: ({ employee, name }) => ({ search: searchVector([employee, name]) }),
  handles: employeeEventTypes,
  begins: ['EmployeeRegistered'],
  keysOf: (event) => [asEmployeeEvent(event).data.employee],
  evolve(row, recorded, employee) {
    const event = asEmployeeEvent(recorded);
    const { version } = event;
    if (event.type === 'EmployeeLeft') return row && { ...row, status: 'left', version };
    const { name, department, supervisor, reportsTo = null } = event.data;
    return { employee, status: 'active', name, department, supervisor, reportsTo, version };
  },
};

function asEmployeeEvent(event: RecordedEvent): RecordedEmployeeEvent {
  return event as RecordedEmployeeEvent;
}
