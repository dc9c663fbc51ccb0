import { createsTable } from '@app/projections';

/** The board of emergencies, the latest first. */
export const EmergencyBoard1764460000000 = createsTable(
  'EmergencyBoard1764460000000',
  'read_model.emergency',
  `(
    ticket          text COLLATE "C" PRIMARY KEY,
    status          text NOT NULL,
    raised_at       timestamptz NOT NULL,
    round           integer,
    rung            integer,
    called          text[] NOT NULL,
    next_call       timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz,
    resolved_at     timestamptz,
    recorded        bigint NOT NULL UNIQUE
  )`,
);
