import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayVisit, TechnicianDayRow } from './technician-day.row.js';

@Entity({ schema: 'read_model', name: 'technician_day' })
export class TechnicianDayEntity implements TechnicianDayRow {
  @PrimaryColumn('text')
  ticket!: string;

  @Column('text')
  status!: TechnicianDayRow['status'];

  @Column('boolean')
  emergency!: boolean;

  @Column('text')
  name!: string;

  @Column('text')
  phone!: string;

  @Column('text')
  address!: string;

  @Column('text', { nullable: true })
  landmark!: string | null;

  @Column('text')
  fault!: string;

  @Column('text', { name: 'needed_tools', array: true })
  neededTools!: string[];

  @Column('text', { name: 'needed_parts', array: true })
  neededParts!: string[];

  @Column('json')
  visits!: DayVisit[];

  @Column('text', { array: true })
  days!: string[];

  @Column('integer')
  version!: number;

  @Column('bigint')
  position!: string;
}
