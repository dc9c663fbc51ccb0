import { MayBeAbsent, PageQuery, Slug } from '@app/http';
import { listOf } from '@app/projections';
import { sameCustomers } from '../../contract.js';
import { readUnit } from '../../permissions.js';
import { ContractProposals1769001620000 } from './1769001620000-contract-proposals.js';
import { contractProposals } from './contract-proposals.projection.js';

/** Which proposals. */
export class ContractProposalParams extends PageQuery {
  /** Id of the owner on file. */
  @MayBeAbsent()
  @Slug()
  customer?: string;
}

/** Contracts that are to be offered. */
export const contractProposalsModel = listOf(contractProposals, {
  path: 'contract-proposals',
  operation: 'listContractProposals',
  summary: 'Owners who are to be offered a contract, as a warranty of theirs is about to end (B2).',
  to: readUnit,
  params: ContractProposalParams,
  latest: 'recorded',
  same: { column: 'customer', idsOf: sameCustomers },
  migrations: [ContractProposals1769001620000],
});
