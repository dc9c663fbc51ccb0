import { createsTable } from '@app/projections';

/** Entries from paper, the latest first. */
export const OpeningEntries1764900000006 = createsTable(
  'OpeningEntries1764900000006',
  'read_model.opening_entry',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    kind        text NOT NULL,
    employee    text COLLATE "C" NOT NULL,
    year        text COLLATE "C" NOT NULL,
    entry       integer NOT NULL,
    status      text NOT NULL,
    source      text NOT NULL,
    dated       text NOT NULL,
    corrects    integer,
    acts        json NOT NULL,
    figures     json NOT NULL,
    entered_at  timestamptz NOT NULL,
    entered_by  text NOT NULL,
    approved_at timestamptz,
    approved_by text,
    opened      bigint NOT NULL
  )`,
  'CREATE INDEX opening_entry_opened ON read_model.opening_entry (opened DESC)',
);
