import { ApiHideProperty } from '@nestjs/swagger';
import { Column, Key, Table } from '@app/projections';
import type { Instant } from '@app/kernel';
import type { Counted } from '../../domain/standing/reckon.js';
import type { PersonThen } from '../../domain/case/facts.js';
import type { PackedStanding } from './packed.js';

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
  /** What is left of each level. */
  @ApiHideProperty()
  @Column('json')
  readonly net!: readonly Counted[];
  /** A step of a case is still to come. */
  @Column('boolean') readonly open!: boolean;
  /** Until when the latest decision can be appealed against; null: none can. */
  @Column('timestamptz', { nullable: true }) readonly appealUntil!: Instant | null;
  @ApiHideProperty()
  @Column('json')
  readonly standing!: PackedStanding;
  @Column('integer') readonly version!: number;
}
