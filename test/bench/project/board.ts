import type { RecordedEvent } from '@app/event-store';
import { searchVector } from '@app/projections/src/search/bigrams.js';
import { nothingSealed } from '@app/projections/src/sealing.js';
import { layoutOf } from '@app/projections/src/table.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';

/** The rows of the ticket board that events make of an empty one, as JSON. */
export function boardRows(events: readonly RecordedEvent[]): string {
  const { columns, derived } = layoutOf(ticketBoard);
  const records = [...rowsOf(ticketBoard, events).values()].map((row) => {
    const values = row as unknown as Readonly<Record<string, unknown>>;
    const record: Record<string, unknown> = {};
    for (const { name, property } of columns) record[name] = values[property];
    for (const { name, type, of } of derived) {
      const value = of(row);
      record[name] =
        type === 'tsvector' ? searchVector(value as string[], nothingSealed.words) : value;
    }
    return record;
  });
  return JSON.stringify(records);
}

/** Puts rows, as JSON, on the board. */
export function insertRows(json: string): string {
  return `INSERT INTO read_model.ticket_board
          SELECT * FROM json_populate_recordset(NULL::read_model.ticket_board, ${json})
          ON CONFLICT (ticket) DO NOTHING`;
}
