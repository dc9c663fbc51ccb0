import type { Instant, LocalDate } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

/** How much of a lot is at a place. */
@Table('lot')
export class LotRow {
  /** `<sku>:<lot>:<place>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  /** In capitals. */
  @Column('text') readonly lot!: string;
  /** A location, or somebody's hands: `hands-` and their employee id. */
  @Column('text') readonly place!: string;
  /** Thousandths of the material's unit. */
  @Column('bigint') readonly thousandths!: string;
  /** Last business date on which it may be handed out; null: it keeps. */
  @Column('date', { nullable: true }) readonly expires!: LocalDate | null;
}

/** A movement of a lot: out of which supplier's delivery, into whose hands, on which ticket, to which customer. */
@Table('lot_move')
export class LotMoveRow {
  /** `<position, in twenty digits>:<lot>`: in the order in which it was recorded. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  /** In capitals. */
  @Column('text') readonly lot!: string;
  /** The event's type. */
  @Column('text') readonly kind!: string;
  /** A location, or somebody's hands: `hands-` and their employee id. */
  @Column('text') readonly place!: string;
  /** Where it went, or null. */
  @Column('text', { nullable: true }) readonly to!: string | null;
  /** Below zero: out; zero: a ticket says that it was used, and it was not in hand. */
  @Column('bigint') readonly thousandths!: string;
  @Column('timestamptz') readonly occurredAt!: Instant;
  @Column('text', { nullable: true }) readonly ticket!: string | null;
  /** To whom it was sold. */
  @Column('text', { nullable: true }) readonly customer!: string | null;
  @Column('text', { nullable: true }) readonly slip!: string | null;
}
