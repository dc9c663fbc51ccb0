import { createsTable } from '@app/projections';

/** What is remembered of whatever sheets have entries of: who is on a ticket, what was found, what a case is about. */
export const AppraisalSubject1764860000007 = createsTable(
  'AppraisalSubject1764860000007',
  'read_model.appraisal_subject',
  `(
    id    text COLLATE "C" PRIMARY KEY,
    state json NOT NULL
  )`,
);

/** Everything that ever stood on an appraisal sheet; what it says later of the same subject takes its place. */
export const AppraisalEntry1764860010007 = createsTable(
  'AppraisalEntry1764860010007',
  'read_model.appraisal_entry',
  `(
    id          text COLLATE "C" PRIMARY KEY,
    subject     text COLLATE "C" NOT NULL,
    employee    text COLLATE "C" NOT NULL,
    month       text COLLATE "C" NOT NULL,
    kind        text NOT NULL,
    what        text,
    article     text,
    amount      text NOT NULL,
    shown       boolean NOT NULL,
    happened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    position    bigint NOT NULL,
    stream      text COLLATE "C" NOT NULL,
    version     integer NOT NULL,
    type        text NOT NULL
  )`,
  'CREATE INDEX appraisal_entry_of ON read_model.appraisal_entry (month, employee)',
  'CREATE INDEX appraisal_entry_subject ON read_model.appraisal_entry (subject)',
);
