import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { commandIdOf } from '@app/http';
import { migrate } from '../../apps/server/src/database/migrate.js';
import type { Acknowledged } from './dispatch-load.js';

/** Every event of a log in PostgreSQL, in its order. */
export async function wholeLog(connectionString: string): Promise<RecordedEvent[]> {
  await migrate(connectionString);
  return everythingIn(await PostgresEventStore.open({ connectionString }));
}

/** Every event of a log that is opened for that alone, in its order. */
export async function everythingIn(store: EventStore): Promise<RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (let after = 0n; ;) {
    const page = await store.readAll({ after, limit: 1000 });
    log.push(...page.events);
    after = page.scannedTo;
    if (page.atHead) break;
  }
  await store.close();
  return log;
}

/**
 * What is wrong with a log, in words: gaps, doubled or lost events, half-written commands, broken streams.
 *
 * @param contiguous whether positions are 1, 2, 3 …; default true
 */
export function faultsOf(
  log: readonly RecordedEvent[],
  acknowledged: ReadonlyMap<string, Acknowledged>,
  principal: string,
  { contiguous = true } = {},
): string[] {
  const faults: string[] = [];
  const versions = new Map<string, number>();
  const ids = new Set<string>();
  const byCommand = new Map<string, RecordedEvent[]>();
  log.forEach((event, index) => {
    if (contiguous && event.position !== BigInt(index + 1))
      faults.push(`position ${event.position} stands at ${index + 1}`);
    if (event.version !== (versions.get(event.stream) ?? 0) + 1)
      faults.push(`${event.stream} broken at ${event.version}`);
    if (ids.has(event.id)) faults.push(`event ${event.id} is there twice`);
    versions.set(event.stream, event.version);
    ids.add(event.id);
    byCommand.set(event.commandId, [...(byCommand.get(event.commandId) ?? []), event]);
  });
  for (const [key, { stream, version, position, events }] of acknowledged) {
    const stored = byCommand.get(commandIdOf(principal, key)) ?? [];
    const last = stored.at(-1);
    const whole =
      stored.length === events && last?.version === version && String(last.position) === position;
    if (!whole || last.stream !== stream)
      faults.push(`${key}: acknowledged ${events}, stored ${stored.length}`);
  }
  return faults;
}

/** Commands of which only a part is stored: an opening is always three events, an analysis one. */
export function halfWritten(log: readonly RecordedEvent[]): string[] {
  const counts = new Map<string, number>();
  for (const { commandId } of log) counts.set(commandId, (counts.get(commandId) ?? 0) + 1);
  const openings = log.filter(({ type }) => type === 'TicketOpened');
  return openings
    .filter(({ commandId }) => counts.get(commandId) !== 3)
    .map(({ stream }) => stream);
}

/** The board as it must be: the fold of the log. */
export function boardOf(log: readonly RecordedEvent[]) {
  return rowsOf(ticketBoard, log);
}
