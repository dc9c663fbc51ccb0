import { createsTable } from '@app/projections';

/** On which visits a unit was served. */
export const UnitVisits1769001610000 = createsTable(
  'UnitVisits1769001610000',
  'read_model.unit_visit',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    ticket      text COLLATE "C" NOT NULL,
    visit       integer NOT NULL,
    unit        text COLLATE "C",
    product     text,
    checked_at  timestamptz,
    cause       text,
    restored    boolean
  )`,
  'CREATE INDEX unit_visit_unit ON read_model.unit_visit (unit, checked_at)',
  'CREATE INDEX unit_visit_checked ON read_model.unit_visit (checked_at)',
);
