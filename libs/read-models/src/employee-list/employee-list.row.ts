import type { Department } from '@app/department';

export type EmployeeStatus = 'active' | 'left';

/** An employee in the list. */
export class EmployeeRow {
  readonly employee!: string;
  readonly status!: EmployeeStatus;
  readonly name!: string;
  readonly department!: Department;
  /** Leads others. */
  readonly supervisor!: boolean;
  /** The one direct supervisor; null for whoever has none. */
  readonly reportsTo!: string | null;
  /** Version of the employee's file. */
  readonly version!: number;
}
