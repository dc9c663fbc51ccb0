import type { LocalDate } from '@app/kernel';
import { Column, Key, only, Table, type Projection } from '@app/projections';
import { contractEvents, type ContractOwnEvent } from '../../domain/contract.events.js';
import type { ContractKind } from '../../domain/contract.values.js';
import type { Terms } from '../../domain/terms.js';

const TOLD = [
  'ContractDrafted',
  'DraftRevised',
  'ContractConcluded',
  'ContractAmended',
  'ContractRenewed',
  'ContractTerminated',
  'ContractEnded',
] as const;

type Told = Extract<ContractOwnEvent, { type: (typeof TOLD)[number] }>;
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

/** Every contract, and when it ends (B2, B3). */
export const contractList: Projection<ContractRow, Told> = {
  name: 'contract-list',
  version: 1,
  row: ContractRow,
  handles: only(contractEvents, TOLD),
  begins: ['ContractDrafted'],
  keysOf: ({ data }) => [data.contract],
  evolve(row, { type, data }) {
    if (type === 'ContractDrafted') {
      const { contract, customer, kind, from, until, terms } = data;
      const begun = { status: 'drafted', terminated: false, renewals: 0 } as const;
      return { contract, customer, kind, ...begun, firstDay: from, lastDay: until, ...of(terms) };
    }
    if (!row) return row;
    switch (type) {
      case 'DraftRevised':
      case 'ContractAmended':
        return { ...row, ...of(data.terms) };
      case 'ContractConcluded':
        return { ...row, status: 'in-force' };
      case 'ContractRenewed': {
        const renewals = row.renewals + 1;
        return { ...row, ...of(data.terms), status: 'in-force', lastDay: data.until, renewals };
      }
      case 'ContractTerminated':
        return { ...row, lastDay: data.on, terminated: true };
      case 'ContractEnded':
        return { ...row, status: 'ended' };
    }
  },
};

function of({ price, sparesPriority, emergency }: Terms) {
  return { price, sparesPriority, emergency: emergency !== undefined };
}
