import type { Instant, LocalDate } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

export type MaintenanceStatus = 'planned' | 'opened' | 'done' | 'owed';

/** A round of maintenance in the calendar. */
@Table('maintenance')
export class MaintenanceRow {
  /** `<contract>:<plan>:<round>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly contract!: string;
  @Column('text') readonly customer!: string;
  @Column('text') readonly site!: string;
  @Column('text') readonly plan!: string;
  /** The date that the plan's rule names. */
  @Column('date') readonly round!: LocalDate;
  /** The day on which it is to be done, by the working calendar or as it was moved. */
  @Column('date') readonly day!: LocalDate;
  /** When its ticket is opened. */
  @Column('timestamptz') readonly opens!: Instant;
  /** `owed`: its ticket ended without it, so that it has to be moved to another day. */
  @Column('text') readonly status!: MaintenanceStatus;
  @Column('boolean') readonly moved!: boolean;
  /** A day that it was to be done on has passed without it. */
  @Column('boolean') readonly late!: boolean;
  /** The last of its tickets; null before there is one. */
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  @Column('timestamptz', { nullable: true }) readonly doneAt!: Instant | null;
}
