import type { RecordedEvent } from '@app/event-store';
import { derivedId, type DomainEvent } from '@app/kernel';
import { foldPage, relevant } from '../fold.js';
import type { Projection } from '../projection.js';
import { keyOf } from '../table.js';

const EVENTS = '3f0b7f0e-5a68-5d34-8f7d-6c1f4f5f9b10';

/** Events of one stream as the log would give them back, at positions from `after` + 1. */
export function recorded(
  stream: string,
  events: readonly DomainEvent[],
  after = 0n,
): RecordedEvent[] {
  return events.map((event, index) => ({
    ...event,
    id: derivedId(EVENTS, `${stream}/${index}`),
    stream,
    version: index + 1,
    position: after + BigInt(index) + 1n,
    schemaVersion: 1,
    recordedAt: event.occurredAt,
    commandId: derivedId(EVENTS, `${stream}/${index}/command`),
    commandHash: 'hash',
    correlationId: 'given',
    causationId: 'given',
    policyVersion: '1',
  }));
}

/** The rows, by key, that a projection makes of events from nothing: `given events → rows`. */
export function rowsOf<Row extends object>(
  projection: Projection<Row>,
  events: readonly RecordedEvent[],
): Map<string, Row> {
  const { written } = foldPage<Row>(projection, new Map(), relevant(projection, events));
  return new Map(written.map((row) => [keyOf(projection, row), row]));
}
