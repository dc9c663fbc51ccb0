import type { RecordedEvent } from '@app/event-store';
import { rowsAsJson } from '@app/projections/src/table.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';

/** The rows of the ticket board that events make of an empty one, as JSON. */
export function boardRows(events: readonly RecordedEvent[]): string {
  return rowsAsJson(ticketBoard, [...rowsOf(ticketBoard, events).values()]);
}

/** Puts rows, as JSON, on the board. */
export function insertRows(json: string): string {
  return `INSERT INTO read_model.ticket_board
          SELECT * FROM json_populate_recordset(NULL::read_model.ticket_board, ${json})
          ON CONFLICT (ticket) DO NOTHING`;
}
