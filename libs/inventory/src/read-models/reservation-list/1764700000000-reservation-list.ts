import { createsTable } from '@app/projections';

/** What is kept for whom, and until when. */
export const ReservationList1764700000000 = createsTable(
  'ReservationList1764700000000',
  'read_model.reservation',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    sku         text COLLATE "C" NOT NULL,
    place       text COLLATE "C" NOT NULL,
    slip        text NOT NULL,
    customer    text COLLATE "C" NOT NULL,
    system      text NOT NULL,
    ticket      text,
    priority    text NOT NULL,
    reserved    bigint NOT NULL,
    thousandths bigint NOT NULL,
    until       timestamptz NOT NULL,
    status      text NOT NULL,
    since       timestamptz NOT NULL
  )`,
  'CREATE INDEX ON read_model.reservation (customer, id)',
);
