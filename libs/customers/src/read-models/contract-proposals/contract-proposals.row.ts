import type { Instant, LocalDate } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';

/** A unit whose owner is to be offered a contract, as its warranty is about to end. */
@Table('contract_proposal')
export class ContractProposalRow {
  @Key('text') readonly unit!: string;
  @Column('text') readonly product!: string;
  @Column('text') readonly customer!: string;
  @Column('text', { nullable: true }) readonly site!: string | null;
  /** The last day of the warranty, included. */
  @Column('date') readonly warrantyUntil!: LocalDate;
  @Column('timestamptz') readonly proposedAt!: Instant;
  /** Position of the event: the order of the list. */
  @Column('bigint') readonly recorded!: string;
}
