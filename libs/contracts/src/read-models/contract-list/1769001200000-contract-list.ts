import { createsTable } from '@app/projections';

/** Contracts, in the order of their numbers, and by their last day. */
export const ContractList1769001200000 = createsTable(
  'ContractList1769001200000',
  'read_model.contract',
  `(
    contract    text COLLATE "C" PRIMARY KEY,
    customer    text COLLATE "C" NOT NULL,
    kind        text NOT NULL,
    status      text NOT NULL,
    first_day   date NOT NULL,
    last_day    date NOT NULL,
    terminated  boolean NOT NULL,
    renewals    integer NOT NULL,
    price       text NOT NULL,
    spares_priority boolean NOT NULL,
    emergency   boolean NOT NULL
  )`,
  'CREATE INDEX ON read_model.contract (status, last_day, contract)',
  'CREATE INDEX ON read_model.contract (customer, contract)',
);
