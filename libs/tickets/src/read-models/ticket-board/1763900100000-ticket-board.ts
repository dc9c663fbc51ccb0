import { createsTable } from '@app/projections';

/**
 * The ticket board. Each index serves one filter or one order of the page. Most events touch no
 * indexed column, so the space left in each block lets a row change without its index entries.
 */
export const TicketBoard1763900100000 = createsTable(
  'TicketBoard1763900100000',
  'read_model.ticket_board',
  `(
    ticket           text PRIMARY KEY,
    status           text NOT NULL,
    source           text NOT NULL,
    emergency        boolean NOT NULL,
    customer         text,
    site             text,
    name             text NOT NULL,
    phone            text NOT NULL,
    address          text NOT NULL,
    fault            text NOT NULL,
    opened_at        timestamptz NOT NULL,
    response_due     timestamptz,
    restoration_due  timestamptz,
    arrived_at       timestamptz,
    restored_at      timestamptz,
    paused_since     timestamptz,
    next_due         timestamptz,
    technicians      text[] NOT NULL,
    visits           json NOT NULL,
    next_visit_from  timestamptz,
    next_visit_until timestamptz,
    owed             text NOT NULL,
    open_findings    integer[] NOT NULL,
    last_event_at    timestamptz NOT NULL,
    version          integer NOT NULL,
    position         bigint NOT NULL,
    due_order        timestamptz NOT NULL,
    search           tsvector NOT NULL
  ) WITH (fillfactor = 70)`,
  'CREATE INDEX ticket_board_newest ON read_model.ticket_board (opened_at, ticket)',
  'CREATE INDEX ticket_board_due ON read_model.ticket_board (due_order, ticket)',
  'CREATE INDEX ticket_board_customer ON read_model.ticket_board (customer) WHERE customer IS NOT NULL',
  'CREATE INDEX ticket_board_technicians ON read_model.ticket_board USING gin (technicians)',
  'CREATE INDEX ticket_board_search ON read_model.ticket_board USING gin (search)',
);
