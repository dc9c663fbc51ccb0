import { createsTable } from '@app/projections';

/** Units whose owners are to be offered a contract. */
export const ContractProposals1769001620000 = createsTable(
  'ContractProposals1769001620000',
  'read_model.contract_proposal',
  `(
    unit           text COLLATE "C" PRIMARY KEY,
    product        text NOT NULL,
    customer       text COLLATE "C" NOT NULL,
    site           text,
    warranty_until date NOT NULL,
    proposed_at    timestamptz NOT NULL,
    recorded       bigint NOT NULL
  )`,
  'CREATE UNIQUE INDEX contract_proposal_recorded ON read_model.contract_proposal (recorded)',
  'CREATE INDEX contract_proposal_customer ON read_model.contract_proposal (customer)',
);
