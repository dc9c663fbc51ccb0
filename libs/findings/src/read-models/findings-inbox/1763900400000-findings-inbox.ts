import { createsTable } from '@app/projections';

/** The findings inbox; each index ends in the inbox's order, so that a filtered page is a range of it. */
export const FindingsInbox1763900400000 = createsTable(
  'FindingsInbox1763900400000',
  'read_model.finding',
  `(
    id          text PRIMARY KEY,
    kind        text NOT NULL,
    entity      text NOT NULL,
    finding     integer NOT NULL,
    article     text NOT NULL,
    code        text NOT NULL,
    place       json,
    person      text,
    remark      text,
    status      text NOT NULL,
    occurred_at timestamptz NOT NULL,
    reviewed_at timestamptz,
    reviewed_by text,
    verdict     text,
    recorded    bigint NOT NULL UNIQUE
  )`,
  'CREATE INDEX finding_status ON read_model.finding (status, recorded)',
  'CREATE INDEX finding_article ON read_model.finding (article, recorded)',
  'CREATE INDEX finding_person ON read_model.finding (person, recorded) WHERE person IS NOT NULL',
  'CREATE INDEX finding_entity ON read_model.finding (kind, entity, recorded)',
  'CREATE INDEX finding_kind ON read_model.finding (kind, recorded)',
);
