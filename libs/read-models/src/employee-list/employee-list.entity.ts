import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmployeeRow, EmployeeStatus } from './employee-list.row.js';

@Entity({ schema: 'read_model', name: 'employee' })
export class EmployeeEntity implements EmployeeRow {
  @PrimaryColumn('text')
  employee!: string;

  @Column('text')
  status!: EmployeeStatus;

  @Column('text')
  name!: string;

  @Column('text')
  department!: EmployeeRow['department'];

  @Column('boolean')
  supervisor!: boolean;

  @Column('text', { name: 'reports_to', nullable: true })
  reportsTo!: string | null;

  @Column('integer')
  version!: number;
}
