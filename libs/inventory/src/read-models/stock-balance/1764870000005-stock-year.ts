import { createsTable } from '@app/projections';

/** What the movements of a year had come to by the end of each month, so that no report adds up years. */
export const StockYear1764870000005 = createsTable(
  'StockYear1764870000005',
  'read_model.stock_year',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    sku         text COLLATE "C" NOT NULL,
    place       text COLLATE "C" NOT NULL,
    year        integer NOT NULL,
    thousandths bigint[] NOT NULL,
    fen         bigint[] NOT NULL
  )`,
  'CREATE INDEX ON read_model.stock_year (sku)',
  'CREATE INDEX ON read_model.stock_year (place)',
);
