import { createsTable } from '@app/projections';

/** Shares of extra income (D30), the latest first. */
export const IncomeShares1764546400000 = createsTable(
  'IncomeShares1764546400000',
  'read_model.income_share',
  `(
    id         text COLLATE "C" PRIMARY KEY,
    employee   text COLLATE "C" NOT NULL,
    year       text COLLATE "C" NOT NULL,
    number     integer NOT NULL,
    income     text,
    costs      text,
    amount     text,
    state      text NOT NULL,
    decided_at timestamptz,
    paid_at    timestamptz,
    paid_by    text,
    opened     bigint NOT NULL
  )`,
  'CREATE INDEX income_share_opened ON read_model.income_share (opened DESC)',
);
