import { createsTable } from '@app/projections';

/** Every movement of each lot. */
export const LotMoves1769000310000 = createsTable(
  'LotMoves1769000310000',
  'read_model.lot_move',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    sku         text COLLATE "C" NOT NULL,
    lot         text COLLATE "C" NOT NULL,
    kind        text NOT NULL,
    place       text COLLATE "C" NOT NULL,
    "to"        text,
    thousandths bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    ticket      text,
    customer    text,
    slip        text
  )`,
  'CREATE INDEX ON read_model.lot_move (lot, id)',
  'CREATE INDEX ON read_model.lot_move (ticket)',
);
