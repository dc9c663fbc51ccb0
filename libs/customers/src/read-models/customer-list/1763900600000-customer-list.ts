import { createsTable } from '@app/projections';

/** The list of customers; pages go by the primary key, whose order is that of the bytes everywhere. */
export const CustomerList1763900600000 = createsTable(
  'CustomerList1763900600000',
  'read_model.customer',
  `(
    customer   text COLLATE "C" PRIMARY KEY,
    name       text NOT NULL,
    salutation text,
    phone      text NOT NULL,
    sites      json NOT NULL,
    version    integer NOT NULL,
    search     tsvector NOT NULL
  )`,
  'CREATE INDEX customer_search ON read_model.customer USING gin (search)',
);
