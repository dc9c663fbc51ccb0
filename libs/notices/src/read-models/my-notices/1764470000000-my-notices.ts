import { createsTable } from '@app/projections';

/** Everybody's notices, unread before acknowledged, the latest first. */
export const MyNotices1764470000000 = createsTable(
  'MyNotices1764470000000',
  'read_model.notice',
  `(
    notice          text COLLATE "C" PRIMARY KEY,
    employee        text COLLATE "C" NOT NULL,
    ticket          text NOT NULL,
    district        text,
    about           json NOT NULL,
    since           timestamptz NOT NULL,
    given_at        timestamptz NOT NULL,
    acknowledged_at timestamptz,
    mail            text,
    unread          integer NOT NULL,
    recorded        bigint NOT NULL UNIQUE
  )`,
  'CREATE INDEX notice_of_employee ON read_model.notice (employee, unread DESC, recorded DESC)',
  'CREATE INDEX notice_given ON read_model.notice (given_at)',
);
