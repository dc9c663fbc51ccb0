import { createsTable } from '@app/projections';

/** The list of materials, in the order of their numbers. */
export const MaterialList1764500100000 = createsTable(
  'MaterialList1764500100000',
  'read_model.material',
  `(
    sku       text COLLATE "C" PRIMARY KEY,
    name      text NOT NULL,
    unit      text NOT NULL,
    decimals  integer NOT NULL,
    class     text NOT NULL,
    minimum   numeric,
    lead_days integer,
    search    tsvector NOT NULL
  )`,
);
