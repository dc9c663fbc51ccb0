import { eventTable, type DomainEvent } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** 零配件营业, 维修, or the office; an article of the reward rules applies only to its department (D4). */
export type Department = 'sales' | 'repair' | 'office';

export interface EmployeeFile {
  readonly name: string;
  readonly department: Department;
  /** Leads others (主管, 干部). */
  readonly supervisor: boolean;
  /** The one direct supervisor (直属主管); undefined for whoever has none. */
  readonly reportsTo?: string;
}

export type EmployeeRegistered = DomainEvent<
  'EmployeeRegistered',
  { employee: string } & EmployeeFile
>;
export type EmployeeChanged = DomainEvent<'EmployeeChanged', { employee: string } & EmployeeFile>;
export type EmployeeLeft = DomainEvent<'EmployeeLeft', { employee: string; reason?: string }>;

export type EmployeeEvent = EmployeeRegistered | EmployeeChanged | EmployeeLeft;

const file: EmployeeFile = {
  name: '李伟',
  department: 'repair',
  supervisor: false,
  reportsTo: 'chen-gang',
};

export const employeeEventTypes = eventTable<EmployeeEvent>({
  EmployeeRegistered: { employee: 'li-wei', ...file },
  EmployeeChanged: { employee: 'li-wei', ...file },
  EmployeeLeft: { employee: 'li-wei', reason: '返乡' },
});
