import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { PieceDeed } from '../../contract.js';

/** Where a piece with a serial number is, or what became of it. */
@Table('piece')
export class PieceRow {
  /** `<sku>:<serial>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  /** In capitals. */
  @Column('text') readonly serial!: string;
  /** A location, or somebody's hands; null: it is on its way, or out of the books. */
  @Column('text', { nullable: true }) readonly place!: string | null;
  /** What became of it last; null: nothing is known but that a ticket says it was used. */
  @Column('text', { nullable: true }) readonly deed!: PieceDeed | null;
  /** Where it goes, or went. */
  @Column('text', { nullable: true }) readonly to!: string | null;
  @Column('text', { nullable: true }) readonly slip!: string | null;
  @Column('text', { nullable: true }) readonly customer!: string | null;
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  @Column('timestamptz') readonly since!: Instant;
  /** The ticket of the last use that was told of it where it was not, and is not explained; null: none is. */
  @Column('text', { nullable: true }) readonly uncovered!: string | null;
}

/** That a piece lay in a place, or was in somebody's hands. */
@Table('piece_stay')
export class PieceStayRow {
  /** `<sku>:<serial>:<number of the move with which it came>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  @Column('text') readonly serial!: string;
  @Column('text') readonly place!: string;
  @Column('timestamptz') readonly fromAt!: Instant;
  /** Null: it is there still. */
  @Column('timestamptz', { nullable: true }) readonly untilAt!: Instant | null;
}
