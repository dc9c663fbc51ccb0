import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

/** How much of a material is at a place. */
@Table('stock_balance')
export class StockBalanceRow {
  /** `<sku>:<place>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  /** A location, or somebody's hands: `hands-` and their employee id. */
  @Column('text') readonly place!: string;
  /** Thousandths of the material's unit. */
  @Column('bigint') readonly thousandths!: string;
  /** What they are worth together, in fen. */
  @Column('bigint') readonly fen!: string;
}

/** One movement, or a difference in price, as it was booked. */
@Table('stock_movement')
export class StockMovementRow {
  @Key('bigint') readonly position!: string;
  @Column('text') readonly sku!: string;
  @Column('text') readonly place!: string;
  /** The event's type. */
  @Column('text') readonly kind!: string;
  @Column('timestamptz') readonly occurredAt!: Instant;
  @Column('timestamptz') readonly recordedAt!: Instant;
  /** Below zero: out. */
  @Column('bigint') readonly thousandths!: string;
  @Column('bigint') readonly fen!: string;
  /** What was there after it, in the order in which it was recorded. */
  @Column('bigint') readonly leftThousandths!: string;
  @Column('bigint') readonly leftFen!: string;
  @Column('text', { nullable: true }) readonly slip!: string | null;
  @Column('text', { nullable: true }) readonly ticket!: string | null;
}

/** What the movements of a business year had come to at a place, by the end of each of its months. */
@Table('stock_year')
export class StockYearRow {
  /** `<sku>:<place>:<year>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  @Column('text') readonly place!: string;
  @Column('integer') readonly year!: number;
  /** Twelve sums, each of all movements of the year up to the end of the month. */
  @Column('bigint[]') readonly thousandths!: readonly string[];
  @Column('bigint[]') readonly fen!: readonly string[];
  /**
   * Of each month, and thirteenth of the year, what each kind of movement comes to, in thousandths and fen:
   * `MaterialSold -1000 -1200,late 2000 2400`. Late is what was recorded when that month, or year, was over.
   */
  @Column('text[]') readonly moved!: readonly string[];
}
