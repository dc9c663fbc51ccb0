import type { RecordedEvent } from '@app/event-store';
import { nothingSealed } from '@app/projections/src/sealing.js';
import { rowsAsJson } from '@app/projections/src/table.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';

/** The rows of the ticket board that events make of an empty one, as JSON. */
export function boardRows(events: readonly RecordedEvent[]): string {
  const rows = [...rowsOf(ticketBoard, events).values()];
  return rowsAsJson(ticketBoard, rows, { open: rows, words: nothingSealed.words });
}

/** Puts rows, as JSON, on the board. */
export function insertRows(json: string): string {
  return `INSERT INTO read_model.ticket_board
          SELECT * FROM json_populate_recordset(NULL::read_model.ticket_board, ${json})
          ON CONFLICT (ticket) DO NOTHING`;
}
