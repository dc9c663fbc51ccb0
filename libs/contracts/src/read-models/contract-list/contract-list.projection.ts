import { only, type Projection } from '@app/projections';
import { contractEvents, type ContractOwnEvent } from '../../domain/contract.events.js';
import type { Terms } from '../../domain/terms.js';
import { ContractRow } from './contract-list.row.js';

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
