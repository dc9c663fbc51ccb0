import type { RecordedEvent } from '@app/event-store';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { Actor, DomainEvent } from '@app/kernel';
import { eventOf } from '@app/kernel/src/testing/messages.js';
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

/**
 * `given(...events)`: the rows that a projection makes of one stream's events, with their builder:
 * `const { given, event } = specifyRows(toolList, STOREKEEPER)`.
 *
 * @param stream of which the events are; default one of no name that matters
 */
export function specifyRows<Row extends object, Event extends DomainEvent>(
  projection: Projection<Row, Event>,
  by: Actor,
  stream = 'given-1',
) {
  const given = (...events: readonly Event[]): readonly Row[] => [
    ...rowsOf(projection, recorded(stream, events)).values(),
  ];
  return { given, event: eventOf<Event>(by) };
}
