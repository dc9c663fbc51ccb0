import { createsTable } from '@app/projections';

/** The cases of everybody, latest first. */
export const CaseBoard1764500200000 = createsTable(
  'CaseBoard1764500200000',
  'read_model.discipline_case',
  `(
    id           text COLLATE "C" PRIMARY KEY,
    employee     text COLLATE "C" NOT NULL,
    year         text COLLATE "C" NOT NULL,
    number       integer NOT NULL,
    department   text NOT NULL,
    article      text NOT NULL,
    clause       text NOT NULL,
    edition      text NOT NULL,
    status       text NOT NULL,
    pending      boolean NOT NULL,
    happened_at  timestamptz NOT NULL,
    opened_at    timestamptz NOT NULL,
    since        timestamptz NOT NULL,
    hearing_until timestamptz,
    appeal_until timestamptz,
    opened       bigint NOT NULL
  )`,
  'CREATE INDEX discipline_case_opened ON read_model.discipline_case (opened DESC)',
);
