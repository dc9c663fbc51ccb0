import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { RepairCause } from '../../domain/ticket/ticket.values.js';

/** A visit, and the unit that was found on it. */
@Table('unit_visit')
export class UnitVisitRow {
  /** Ticket and visit: `T-1/2`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly ticket!: string;
  @Column('integer') readonly visit!: number;
  /** Null: none was found yet. */
  @Column('text', { nullable: true }) readonly unit!: string | null;
  /** What the unit was called then. */
  @Column('text', { nullable: true }) readonly product!: string | null;
  @Column('timestamptz', { nullable: true }) readonly checkedAt!: Instant | null;
  /** Of the repair; null: none was completed. */
  @Column('text', { nullable: true }) readonly cause!: RepairCause | null;
  @Column('boolean', { nullable: true }) readonly restored!: boolean | null;
}
