import { ApiHideProperty } from '@nestjs/swagger';
import { Column, Key, Table } from '@app/projections';
import type { PersonThen } from '../../domain/case/facts.js';
import type { Standing } from '../../domain/standing.state.js';

/** An employee's year, with all its cases. */
@Table('standing')
export class StandingRow {
  /** `<employee>:<year>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly employee!: string;
  @Column('text') readonly year!: string;
  /** As of the latest case. */
  @Column('text', { nullable: true }) readonly department!: PersonThen['department'] | null;
  /** Of the year (D8). */
  @Column('integer') readonly points!: number;
  @Column('boolean') readonly closed!: boolean;
  @ApiHideProperty()
  @Column('json')
  readonly standing!: Standing;
  @Column('integer') readonly version!: number;
}
