import { createsTable } from '@app/projections';

/** The board of complaints, whatever their state, the latest first. */
export const ComplaintBoard1769001100000 = createsTable(
  'ComplaintBoard1769001100000',
  'read_model.complaint',
  `(
    complaint       text COLLATE "C" PRIMARY KEY,
    status          text NOT NULL,
    stage           text NOT NULL,
    channel         text NOT NULL,
    anonymous       boolean NOT NULL,
    name            text,
    phone           text,
    customer        text,
    ticket          text,
    thing           text NOT NULL,
    causes          text[] NOT NULL,
    upheld          text[] NOT NULL,
    employees       text[] NOT NULL,
    received_at     timestamptz NOT NULL,
    round           integer NOT NULL,
    acknowledged_at timestamptz,
    answered_at     timestamptz,
    closed_at       timestamptz,
    ended           text,
    next_due        timestamptz,
    missed          text[] NOT NULL,
    rating          integer,
    joined_to       text,
    state           json NOT NULL,
    search          tsvector NOT NULL,
    recorded        bigint NOT NULL UNIQUE
  )`,
  'CREATE INDEX complaint_search ON read_model.complaint USING gin (search)',
  'CREATE INDEX complaint_of_thing ON read_model.complaint (thing)',
  'CREATE INDEX complaint_received ON read_model.complaint (received_at)',
);
