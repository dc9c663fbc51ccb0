import { createsTable } from '@app/projections';

/** Where each piece with a serial number is. */
export const PieceList1769000000004 = createsTable(
  'PieceList1769000000004',
  'read_model.piece',
  `(
    id       text COLLATE "C" PRIMARY KEY,
    sku      text COLLATE "C" NOT NULL,
    serial   text COLLATE "C" NOT NULL,
    place    text COLLATE "C",
    deed     text,
    "to"     text,
    slip     text,
    customer text,
    ticket   text,
    since    timestamptz NOT NULL,
    uncovered text
  )`,
  'CREATE INDEX ON read_model.piece (serial)',
  'CREATE INDEX ON read_model.piece (place, id)',
);

/** Where each of them has been, and from when until when. */
export const PieceStay1769000010004 = createsTable(
  'PieceStay1769000010004',
  'read_model.piece_stay',
  `(
    id         text COLLATE "C" PRIMARY KEY,
    sku        text COLLATE "C" NOT NULL,
    serial     text COLLATE "C" NOT NULL,
    place      text COLLATE "C" NOT NULL,
    from_at    timestamptz NOT NULL,
    until_at   timestamptz
  )`,
  'CREATE INDEX ON read_model.piece_stay (sku, place, until_at)',
);
