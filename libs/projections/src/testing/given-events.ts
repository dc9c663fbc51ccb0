import type { RecordedEvent } from '@app/event-store';
import { foldPage, relevant } from '../fold.js';
import type { Projection } from '../projection.js';
import { keyOf } from '../table.js';

/** The rows, by key, that a projection makes of events from nothing: `given events → rows`. */
export function rowsOf<Row extends object>(
  projection: Projection<Row>,
  events: readonly RecordedEvent[],
): Map<string, Row> {
  const { written } = foldPage(projection, new Map(), relevant(projection, events));
  return new Map(written.map((row) => [keyOf(projection, row), row]));
}
