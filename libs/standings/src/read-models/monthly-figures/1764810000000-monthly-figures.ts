import { createsTable } from '@app/projections';

/** Targets and results of everybody, month by month. */
export const MonthlyFigures1764810000000 = createsTable(
  'MonthlyFigures1764810000000',
  'read_model.monthly_figures',
  `(
    id           text COLLATE "C" PRIMARY KEY,
    employee     text COLLATE "C" NOT NULL,
    year         text COLLATE "C" NOT NULL,
    month        text COLLATE "C" NOT NULL,
    sales_target text,
    sales        text NOT NULL,
    quota        text,
    basic_hours  text,
    hours        text NOT NULL,
    leave_days   integer NOT NULL
  )`,
);
