import type { NewEvent, RecordedEvent } from '@app/event-store';
import { derivedId, newId, type DomainEvent } from '@app/kernel';
import { foldPage, relevant } from '../fold.js';
import { tablesOf, type Projection, type TableFold } from '../projection.js';
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

/** An event on its way into the store, by a command of its own. */
export function enveloped({ type, data, occurredAt, actor, articles }: DomainEvent): NewEvent {
  const commandId = newId();
  return {
    id: derivedId(commandId, type),
    type,
    schemaVersion: 1,
    data,
    meta: {
      occurredAt,
      actor,
      articles,
      commandId,
      commandHash: 'hash',
      correlationId: commandId,
      causationId: commandId,
      policyVersion: '1',
    },
  };
}

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
