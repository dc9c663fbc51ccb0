import { createsTable } from '@app/projections';

/** The standings of all years; a year is ranked by its points. */
export const Standing1764500100000 = createsTable(
  'Standing1764500100000',
  'read_model.standing',
  `(
    id         text COLLATE "C" PRIMARY KEY,
    employee   text COLLATE "C" NOT NULL,
    year       text COLLATE "C" NOT NULL,
    department text,
    points     integer NOT NULL,
    closed     boolean NOT NULL,
    standing   json NOT NULL,
    version    integer NOT NULL
  )`,
  'CREATE INDEX standing_year ON read_model.standing (year, points DESC, employee)',
  'CREATE INDEX standing_department ON read_model.standing (year, department, points DESC, employee)',
);
