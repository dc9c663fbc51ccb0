import { createsTable } from '@app/projections';

/** Stocktakes, and what came of them. */
export const StocktakeList1764800000000 = createsTable(
  'StocktakeList1764800000000',
  'read_model.stocktake',
  `(
    stocktake    text COLLATE "C" PRIMARY KEY,
    status       text NOT NULL,
    place        text COLLATE "C",
    class        text,
    tool_class   text,
    lines        integer NOT NULL,
    differences  integer,
    fen          bigint,
    started_at   timestamptz NOT NULL,
    started_by   text NOT NULL,
    ended_at     timestamptz,
    ended_by     text
  )`,
  'CREATE INDEX ON read_model.stocktake (status, stocktake)',
);
