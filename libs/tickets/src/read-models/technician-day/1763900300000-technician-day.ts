import { createsTable } from '@app/projections';

/** The technician's day. */
export const TechnicianDay1763900300000 = createsTable(
  'TechnicianDay1763900300000',
  'read_model.technician_day',
  `(
    ticket       text PRIMARY KEY,
    status       text NOT NULL,
    emergency    boolean NOT NULL,
    name         text NOT NULL,
    phone        text NOT NULL,
    address      text NOT NULL,
    landmark     text,
    fault        text NOT NULL,
    needed_tools text[] NOT NULL,
    needed_parts text[] NOT NULL,
    visits       json NOT NULL,
    days         text[] NOT NULL,
    version      integer NOT NULL,
    position     bigint NOT NULL
  ) WITH (fillfactor = 70)`,
  'CREATE INDEX technician_day_days ON read_model.technician_day USING gin (days)',
);
