import type { LocalDate } from '@app/kernel';
import { Column, Key, Table } from '@app/projections';
import type { ContractKind } from '../../domain/contract.values.js';

export type ContractStatus = 'drafted' | 'in-force' | 'ended';

/** A contract in the list. */
@Table('contract')
export class ContractRow {
  @Key('text') readonly contract!: string;
  @Column('text') readonly customer!: string;
  @Column('text') readonly kind!: ContractKind;
  @Column('text') readonly status!: ContractStatus;
  @Column('date') readonly firstDay!: LocalDate;
  /** The last day, included. */
  @Column('date') readonly lastDay!: LocalDate;
  /** It was ended before its time. */
  @Column('boolean') readonly terminated!: boolean;
  @Column('integer') readonly renewals!: number;
  /** Of what was agreed on last, in yuan. */
  @Column('text') readonly price!: string;
  /** Its systems come first when spares are short, by what was agreed on last (B2). */
  @Column('boolean') readonly sparesPriority!: boolean;
  /** It says how emergencies are dealt with; a draft may not yet (B3). */
  @Column('boolean') readonly emergency!: boolean;
}
