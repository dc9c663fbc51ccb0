import { createsTable } from '@app/projections';

/** What there is of each lot, and where. */
export const LotList1769000300000 = createsTable(
  'LotList1769000300000',
  'read_model.lot',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    sku         text COLLATE "C" NOT NULL,
    lot         text COLLATE "C" NOT NULL,
    place       text COLLATE "C" NOT NULL,
    thousandths bigint NOT NULL,
    expires     date
  )`,
  'CREATE INDEX ON read_model.lot (lot)',
  'CREATE INDEX ON read_model.lot (place, id)',
);
