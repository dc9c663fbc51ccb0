import { eventTable, none, type DomainEvent } from '@app/kernel';

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

/** The act of rewards and discipline that something follows from: of whose year, and its case. */
export interface ActCause {
  readonly employee: string;
  readonly year: string;
  readonly case: number;
}

export type EmployeeRegistered = DomainEvent<
  'EmployeeRegistered',
  { employee: string } & EmployeeFile
>;
export type EmployeeChanged = DomainEvent<'EmployeeChanged', { employee: string } & EmployeeFile>;
export type EmployeeLeft = DomainEvent<'EmployeeLeft', { employee: string; reason?: string }>;
/** 解雇 was decided: they work here no more, and may still appeal. */
export type EmployeeDismissed = DomainEvent<
  'EmployeeDismissed',
  { employee: string; because: ActCause }
>;
export type EmployeeTransferred = DomainEvent<
  'EmployeeTransferred',
  { employee: string; department: Department; before: Department; because: ActCause }
>;
export type EmployeeRemovedFromPost = DomainEvent<
  'EmployeeRemovedFromPost',
  { employee: string; successor: string; because: ActCause }
>;
/** Somebody who reported to one who was removed from their post reports to the successor. */
export type SubordinatePassed = DomainEvent<
  'SubordinatePassed',
  { employee: string; from: string; to: string; because: ActCause }
>;
export type KindOfAct = 'dismissal' | 'transfer' | 'removal' | 'passing';
/** The act was revoked, and what it had changed of the file with it; but for what somebody has changed since. */
export type ActOnEmployeeUndone = DomainEvent<
  'ActOnEmployeeUndone',
  {
    employee: string;
    because: ActCause;
    kind: KindOfAct;
    /** What stands in the file again. */
    restores: Partial<Pick<EmployeeFile, 'department' | 'supervisor' | 'reportsTo'>>;
  }
>;

export type EmployeeEvent =
  | EmployeeRegistered
  | EmployeeChanged
  | EmployeeLeft
  | EmployeeDismissed
  | EmployeeTransferred
  | EmployeeRemovedFromPost
  | SubordinatePassed
  | ActOnEmployeeUndone;

const file: EmployeeFile = {
  name: '李伟',
  department: 'repair',
  supervisor: false,
  reportsTo: 'chen-gang',
};
const because: ActCause = { employee: 'li-wei', year: '2026', case: 1 };

export const employeeEventTypes = eventTable<EmployeeEvent>(
  {
    EmployeeRegistered: { employee: 'li-wei', ...file },
    EmployeeChanged: { employee: 'li-wei', ...file },
    EmployeeLeft: { employee: 'li-wei', reason: '返乡' },
    EmployeeDismissed: { employee: 'li-wei', because },
    EmployeeTransferred: { employee: 'li-wei', department: 'sales', before: 'repair', because },
    EmployeeRemovedFromPost: { employee: 'li-wei', successor: 'sun-hong', because },
    SubordinatePassed: {
      employee: 'wang-lei',
      from: 'li-wei',
      to: 'sun-hong',
      because: { employee: 'li-wei', year: '2026', case: 1 },
    },
    ActOnEmployeeUndone: {
      employee: 'li-wei',
      because,
      kind: 'transfer',
      restores: { department: 'repair', supervisor: true, reportsTo: 'chen-gang' },
    },
  },
  none(
    'EmployeeRegistered',
    'EmployeeChanged',
    'EmployeeLeft',
    'EmployeeDismissed',
    'EmployeeTransferred',
    'EmployeeRemovedFromPost',
    'SubordinatePassed',
    'ActOnEmployeeUndone',
  ),
);
