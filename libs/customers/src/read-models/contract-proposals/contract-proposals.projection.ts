import { only, type Projection } from '@app/projections';
import { unitEvents, type UnitEvent } from '../../contract.js';
import { ContractProposalRow } from './contract-proposals.row.js';

const TOLD = [
  'ContractProposed',
  'UnitAccepted',
  'UnitCorrected',
  'UnitMoved',
  'UnitRetired',
] as const;

type Told = Extract<UnitEvent, { type: (typeof TOLD)[number] }>;

/** Contracts that are to be offered, as long as owner and warranty are those of the proposal (B2). */
export const contractProposals: Projection<ContractProposalRow, Told> = {
  name: 'contract-proposals',
  version: 1,
  row: ContractProposalRow,
  handles: only(unitEvents, TOLD),
  begins: ['ContractProposed'],
  keysOf: ({ data }) => [data.unit],
  evolve(row, { type, data, occurredAt, position }) {
    switch (type) {
      case 'ContractProposed': {
        const { unit, product, customer, site = null, until: warrantyUntil } = data;
        const at = { proposedAt: occurredAt, recorded: position.toString() };
        return { unit, product, customer, site, warrantyUntil, ...at };
      }
      case 'UnitAccepted':
      case 'UnitCorrected':
        return row && data.warranty?.until === row.warrantyUntil ? row : undefined;
      case 'UnitMoved':
        return row && data.customer === row.customer
          ? { ...row, site: data.site ?? null }
          : undefined;
      case 'UnitRetired':
        return undefined;
    }
  },
};
