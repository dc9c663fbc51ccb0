import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { ToolCondition } from '../../contract.js';

export type ToolStatus = 'store' | 'on-its-way' | 'in-hand' | 'lost' | 'retired';

/** A tool in the list. */
@Table('tool')
export class ToolRow {
  @Key('text') readonly tool!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly serial!: string;
  @Column('text') readonly class!: string;
  @Column('boolean') readonly needsCalibration!: boolean;
  /** Last instant of the calibration that lasts longest; null where there is none. */
  @Column('timestamptz', { nullable: true }) readonly calibratedUntil!: Instant | null;
  @Column('text') readonly condition!: ToolCondition;
  @Column('text') readonly status!: ToolStatus;
  /** The employee who has it; null while it is in nobody's hands. */
  @Column('text', { nullable: true }) readonly holder!: string | null;
  /** The employee to whom it is on its way, or is handed on, and who has not accepted it. */
  @Column('text', { nullable: true }) readonly receiver!: string | null;
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  @Column('timestamptz', { nullable: true }) readonly due!: Instant | null;
  /** It did not come back in time. */
  @Column('boolean') readonly overdue!: boolean;
  /** The holder has left, and was asked for it. */
  @Column('boolean') readonly askedBack!: boolean;
  /** When it was registered or last changed hands. */
  @Column('timestamptz') readonly since!: Instant;
}
