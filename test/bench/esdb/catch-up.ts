import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { Client } from 'pg';
import type { EventMetadata, RecordedEvent } from '@app/event-store';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { rebuild } from '@app/projections';
import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';
import type { BenchCase, Subject } from '../harness.js';
import { inTurn } from '../in-turn.js';
import { boardRows, insertRows } from '../project/board.js';
import { ours as onPostgres } from '../project/ours.js';
import { openReadModels } from '../project/read-side.js';
import { ticketHistory } from '../project/tickets.js';
import { ownPrefix, type MeasuredLog } from './where.js';

const TICKETS = 2_000;
const EVENTS = TICKETS * 10;
const AT_A_TIME = 64;

/** A log of 20,000 events of this case's own, and the board that is built from it. */
export function catchingUp({ connectionString, words }: MeasuredLog): BenchCase {
  const streamPrefix = ownPrefix();
  let filled: Promise<void> | undefined;
  const log = { connectionString, streamPrefix, fill: () => (filled ??= fill(log)) };
  return {
    name: `build the board ${words}`,
    unit: 'events/s',
    workers: 1,
    subjects: [ours(log), plain(log), { ...onPostgres(), name: 'PostgreSQL lane' }],
  };
}

interface OwnLog {
  readonly connectionString: string;
  readonly streamPrefix: string;
  readonly fill: () => Promise<void>;
}

async function fill({ connectionString, streamPrefix }: OwnLog): Promise<void> {
  const store = await EventStoreDbEventStore.open({ connectionString, streamPrefix });
  await inTurn(TICKETS, AT_A_TIME, async (number) => {
    const stream = `ticket-T-${number}`;
    for (const [expected, event] of ticketHistory(`T-${number}`).entries())
      await store.append([{ stream, expected, events: [event] }]);
  });
  await store.close();
}

/** The board emptied and built anew, as the operator's command does it. */
function ours(log: OwnLog): Subject {
  return {
    name: 'ours',
    async open(url) {
      await log.fill();
      const dataSource = await openReadModels(url);
      const store = await EventStoreDbEventStore.open(log);
      const step = async () => {
        await rebuild(dataSource, store, ticketBoard, { owner: 'bench' });
        return EVENTS;
      };
      return {
        step,
        async close() {
          await store.close();
          await dataSource.destroy();
        },
      };
    },
  };
}

/** The client's filtered subscription, the same fold in memory, and all rows in one statement. */
function plain(log: OwnLog): Subject {
  return {
    name: 'plain client',
    async open(url) {
      await log.fill();
      const dataSource = await openReadModels(url);
      const client = EventStoreDBClient.connectionString(log.connectionString);
      const database = new Client({ connectionString: url });
      await database.connect();
      const step = async () => {
        const events = await subscribed(client, log.streamPrefix);
        await database.query('TRUNCATE read_model.ticket_board');
        await database.query(insertRows('$1'), [boardRows(events)]);
        return events.length;
      };
      return {
        step,
        async close() {
          await client.dispose();
          await database.end();
          await dataSource.destroy();
        },
      };
    },
  };
}

async function subscribed(client: EventStoreDBClient, prefix: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  const filter = streamNameFilter({ prefixes: [`${prefix}:ticket-`] });
  for await (const { event } of client.subscribeToAll({ fromPosition: START, filter })) {
    if (!event) continue;
    const { schemaVersion, meta } = event.metadata as {
      readonly schemaVersion: number;
      readonly meta: EventMetadata;
    };
    events.push({
      ...meta,
      position: event.position.commit,
      stream: event.streamId.slice(prefix.length + 1),
      version: Number(event.revision) + 1,
      id: event.id,
      type: event.type,
      schemaVersion,
      data: event.data,
      recordedAt: event.created.toISOString(),
    });
    if (events.length === EVENTS) break;
  }
  return events;
}
