import type { RecordedEvent } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { foldPage, relevant } from '../fold.js';
import { tablesOf, type Projection, type TableFold } from '../projection.js';
import { keyOf } from '../table.js';

/** The rows, by key, that a projection makes of events from nothing in its own table: `given events → rows`. */
export function rowsOf<Row extends object, Event extends DomainEvent>(
  projection: Projection<Row, Event>,
  events: readonly RecordedEvent[],
): Map<string, Row> {
  return rowsIn(projection, projection, events);
}

/** The same in one of its tables. */
export function rowsIn<Row extends object, Event extends DomainEvent>(
  projection: Projection<object, Event>,
  table: TableFold<Row, Event>,
  events: readonly RecordedEvent[],
): Map<string, Row> {
  const changes = foldPage(projection, [], relevant(projection, events));
  const { written } = changes[tablesOf(projection).indexOf(table)]!;
  return new Map(written.map((row) => [keyOf(table, row), row as Row]));
}
