import { Column, Key, Table } from '@app/projections';
import type { Department } from '../../contract.js';

export type EmployeeStatus = 'active' | 'dismissed' | 'left';

/** An employee in the list. */
@Table('employee')
export class EmployeeRow {
  @Key('text') readonly employee!: string;
  @Column('text') readonly status!: EmployeeStatus;
  @Column('text') readonly name!: string;
  @Column('text') readonly department!: Department;
  /** Leads others; nobody any more once removed from post. */
  @Column('boolean') readonly supervisor!: boolean;
  /** The one direct supervisor; null for whoever has none. */
  @Column('text', { nullable: true }) readonly reportsTo!: string | null;
  /** Version of the employee's file. */
  @Column('integer') readonly version!: number;
}
