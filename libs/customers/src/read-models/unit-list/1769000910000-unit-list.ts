import { createsTable } from '@app/projections';

/** The installed base; pages go by the primary key, whose order is that of the bytes everywhere. */
export const UnitList1769000910000 = createsTable(
  'UnitList1769000910000',
  'read_model.unit',
  `(
    unit           text COLLATE "C" PRIMARY KEY,
    kind           text NOT NULL,
    status         text NOT NULL,
    product        text NOT NULL,
    serial         text,
    customer       text COLLATE "C",
    site           text,
    documents      json NOT NULL,
    components     json NOT NULL,
    contracts      json NOT NULL,
    counted_from   text,
    warranty_from  date,
    warranty_until date,
    covered_until  date,
    version        integer NOT NULL,
    search         tsvector NOT NULL
  )`,
  'CREATE INDEX unit_customer ON read_model.unit (customer, unit)',
  'CREATE INDEX unit_search ON read_model.unit USING gin (search)',
);
