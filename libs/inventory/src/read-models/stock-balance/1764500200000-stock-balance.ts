import { createsTable } from '@app/projections';

/** What is where, and what it is worth. */
export const StockBalance1764500200000 = createsTable(
  'StockBalance1764500200000',
  'read_model.stock_balance',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    sku         text COLLATE "C" NOT NULL,
    place       text COLLATE "C" NOT NULL,
    thousandths bigint NOT NULL,
    fen         bigint NOT NULL
  )`,
  'CREATE INDEX ON read_model.stock_balance (place, id)',
);

/** Every movement, as it was booked: none is ever changed. */
export const StockMovement1764500200001 = createsTable(
  'StockMovement1764500200001',
  'read_model.stock_movement',
  `(
    position         bigint PRIMARY KEY,
    sku              text COLLATE "C" NOT NULL,
    place            text COLLATE "C" NOT NULL,
    kind             text NOT NULL,
    occurred_at      timestamptz NOT NULL,
    recorded_at      timestamptz NOT NULL,
    thousandths      bigint NOT NULL,
    fen              bigint NOT NULL,
    left_thousandths bigint NOT NULL,
    left_fen         bigint NOT NULL,
    slip             text,
    ticket           text
  )`,
  'CREATE INDEX ON read_model.stock_movement (occurred_at)',
  'CREATE INDEX ON read_model.stock_movement (sku, position)',
);
