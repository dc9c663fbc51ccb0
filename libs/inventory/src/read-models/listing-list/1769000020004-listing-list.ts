import { createsTable } from '@app/projections';

/** Goods that were listed as slow-moving. */
export const ListingList1769000020004 = createsTable(
  'ListingList1769000020004',
  'read_model.listing',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    sku         text COLLATE "C" NOT NULL,
    number      integer NOT NULL,
    status      text NOT NULL,
    thousandths bigint NOT NULL,
    left_over   bigint NOT NULL,
    since       timestamptz NOT NULL,
    until       timestamptz NOT NULL
  )`,
  'CREATE INDEX ON read_model.listing (sku, number)',
);
