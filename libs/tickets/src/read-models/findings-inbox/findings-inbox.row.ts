import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { FindingDetail } from '../../contract.js';

export type FindingStatus = 'open' | 'upheld' | 'excused';

/** A deviation that a supervisor is to review, or has reviewed. */
@Table('finding')
export class FindingRow {
  /** `<ticket>/<finding>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly ticket!: string;
  @Column('integer') readonly finding!: number;
  @Column('text') readonly article!: FindingDetail['article'];
  @Column('text') readonly code!: string;
  @Column('integer', { nullable: true }) readonly visit!: number | null;
  @Column('text', { nullable: true }) readonly person!: string | null;
  @Column('text', { nullable: true }) readonly remark!: string | null;
  @Column('text') readonly status!: FindingStatus;
  /** When the deviation happened, by the clock of whoever it was noticed with. */
  @Column('timestamptz') readonly occurredAt!: Instant;
  @Column('timestamptz', { nullable: true }) readonly reviewedAt!: Instant | null;
  @Column('text', { nullable: true }) readonly reviewedBy!: string | null;
  /** The reason for which it was excused, or the remark with which it was upheld. */
  @Column('text', { nullable: true }) readonly verdict!: string | null;
  /** Position of the event that recorded it: the order of the inbox. */
  @Column('bigint') readonly recorded!: string;
}
