import { createsTable } from '@app/projections';

/** What was used on tickets without having been in hand, and how much of it was open as of which position. */
export const UncoveredUse1769050015000 = createsTable(
  'UncoveredUse1769050015000',
  'read_model.uncovered_use',
  `(
    id        text COLLATE "C" PRIMARY KEY,
    sku       text COLLATE "C" NOT NULL,
    place     text COLLATE "C" NOT NULL,
    used_at   timestamptz NOT NULL,
    positions bigint[] NOT NULL,
    open      bigint[] NOT NULL,
    settled   bigint NOT NULL
  )`,
  'CREATE INDEX ON read_model.uncovered_use (settled)',
);
