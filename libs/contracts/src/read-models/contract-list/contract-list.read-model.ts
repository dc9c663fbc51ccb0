import { IsIn } from 'class-validator';
import { MayBeAbsent, PageQuery, SeveralOf, Slug } from '@app/http';
import { sameCustomers } from '@app/customers';
import { listOf } from '@app/projections';
import type { ContractKind } from '../../domain/contract.values.js';
import { readContract } from '../../permissions.js';
import { ContractList1769001200000 } from './1769001200000-contract-list.js';
import { contractList } from './contract-list.projection.js';
import type { ContractStatus } from './contract-list.row.js';
import { EndingContractsHandler } from './ending-contracts.query.js';

/** Which contracts. */
export class ContractListParams extends PageQuery {
  /** Id of the customer on file. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @IsIn(['warranty', 'maintenance'])
  kind?: ContractKind;

  /** Default: every one. */
  @SeveralOf(['drafted', 'in-force', 'ended'])
  status?: ContractStatus[];
}

const contracts = listOf(contractList, {
  path: 'contracts',
  operation: 'listContracts',
  summary: 'Contracts by customer, kind and state, in the order of their numbers (B2).',
  to: readContract,
  params: ContractListParams,
  same: { column: 'customer', idsOf: sameCustomers },
  migrations: [ContractList1769001200000],
});

/** The contracts, and those that are about to end. */
export const contractListModel: typeof contracts = {
  ...contracts,
  handlers: [...contracts.handlers, EndingContractsHandler],
};
