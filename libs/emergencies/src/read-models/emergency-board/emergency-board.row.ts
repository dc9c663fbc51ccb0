import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

export type EmergencyStatus = 'raised' | 'acknowledged' | 'resolved';

/** An emergency on the board. */
@Table('emergency')
export class EmergencyRow {
  @Key('text') readonly ticket!: string;
  @Column('text') readonly status!: EmergencyStatus;
  /** When it was raised, the last time. */
  @Column('timestamptz') readonly raisedAt!: Instant;
  /** How often the ladder has begun; null before anybody was called. */
  @Column('integer', { nullable: true }) readonly round!: number | null;
  /** The last rung that was called, from 1; null before any was. */
  @Column('integer', { nullable: true }) readonly rung!: number | null;
  /** Employee ids of all who were called, in the order of their calls, each once. */
  @Column('text[]') readonly called!: readonly string[];
  /** When the next rung is called; null where none will be. */
  @Column('timestamptz', { nullable: true }) readonly nextCall!: Instant | null;
  /** Who acknowledged first, and when; null: nobody has. */
  @Column('text', { nullable: true }) readonly acknowledgedBy!: string | null;
  @Column('timestamptz', { nullable: true }) readonly acknowledgedAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) readonly resolvedAt!: Instant | null;
  /** Position of the event with which it began: the order of the board. */
  @Column('bigint') readonly recorded!: string;
}
