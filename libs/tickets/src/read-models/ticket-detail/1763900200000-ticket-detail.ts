import { createsTable } from '@app/projections';

/** The ticket's detail: a document, kept as text because it is only ever read whole. */
export const TicketDetail1763900200000 = createsTable(
  'TicketDetail1763900200000',
  'read_model.ticket_detail',
  `(
    ticket   text PRIMARY KEY,
    detail   json NOT NULL,
    version  integer NOT NULL,
    position bigint NOT NULL
  ) WITH (fillfactor = 70)`,
);
