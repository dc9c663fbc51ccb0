import { createsTable } from '@app/projections';

/** Rounds of maintenance, by their days. */
export const MaintenanceCalendar1769001210000 = createsTable(
  'MaintenanceCalendar1769001210000',
  'read_model.maintenance',
  `(
    id        text COLLATE "C" PRIMARY KEY,
    contract  text COLLATE "C" NOT NULL,
    customer  text COLLATE "C" NOT NULL,
    site      text NOT NULL,
    plan      text NOT NULL,
    round     date NOT NULL,
    day       date NOT NULL,
    opens     timestamptz NOT NULL,
    status    text NOT NULL,
    moved     boolean NOT NULL,
    late      boolean NOT NULL,
    ticket    text,
    done_at   timestamptz
  )`,
  'CREATE INDEX ON read_model.maintenance (day, id)',
  'CREATE INDEX ON read_model.maintenance (customer, day, id)',
);
