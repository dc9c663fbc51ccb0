import type { Instant } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

/** What an entry of a ticket used without its having been in hand (R12), and how much of it was open when. */
@Table('uncovered_use')
export class UncoveredUseRow {
  /** `<sku>:<place>:<ticket>:<entry>`. */
  @Key('text') readonly id!: string;
  @Column('text') readonly sku!: string;
  /** Somebody's hands. */
  @Column('text') readonly place!: string;
  @Column('timestamptz') readonly usedAt!: Instant;
  /** The positions of the log at which it changed, in their order. */
  @Column('bigint[]') readonly positions!: readonly string[];
  /** How many thousandths were open after each of them. */
  @Column('bigint[]') readonly open!: readonly string[];
  /** From this position on nothing of it is open; `UNSETTLED`: something is. */
  @Column('bigint') readonly settled!: string;
}
