import type { PoolClient } from 'pg';
import { Pool } from '@app/postgres';
import { ConnectionLost } from '../adapter/connection-lost.js';
import type { LogReader } from '../adapter/read-side.js';
import type { RecordedEvent } from '../envelope.js';
import { LogDamaged, StoreClosed } from '../errors.js';
import type { Page, ReadAllOptions, ReadStreamOptions } from '../port.js';
import { clientConfig, silenceOf, socketOf, type ConnectionOptions } from './connection.js';
import { Execution, type Statement, type Text } from './execution.js';
import { DEFAULT_PAGE, toPage } from './page.js';
import { isConnectionLost } from './pg-errors.js';
import { EVENT_COLUMNS, toRecorded } from './recorded-event.js';
import { textArray } from './rows.js';

const HEAD = { name: 'head', text: `SELECT coalesce(max(position), 0) FROM event_store.events` };

const STREAM = (direction: 'forward' | 'backward') => ({
  name: `stream-${direction}`,
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.events
          WHERE stream = $1 AND version ${direction === 'forward' ? '>=' : '<='} $2
          ORDER BY version ${direction === 'forward' ? 'ASC' : 'DESC'} LIMIT $3`,
});

/**
 * Looked for among the last events first, as the planner would else read and sort the whole stream as long
 * as it knows nothing of how many there are of it.
 */
const STREAM_FROM_LAST = {
  name: 'stream-from-last',
  text: `WITH newest AS MATERIALIZED (
           SELECT coalesce(max(version), 0) AS version FROM event_store.events WHERE stream = $1
         ), last AS MATERIALIZED (
           SELECT coalesce(
             (SELECT max(version) FROM event_store.events
               WHERE stream = $1 AND type = $2 AND version > (SELECT version FROM newest) - 64
                 AND version <= (SELECT version FROM newest)),
             (SELECT max(version) FROM event_store.events WHERE stream = $1 AND type = $2),
             1) AS version)
         SELECT ${EVENT_COLUMNS} FROM event_store.events
          WHERE stream = $1 AND version >= (SELECT version FROM last)
            AND version <= (SELECT version FROM newest)
          ORDER BY version ASC`,
};

const STREAMS = {
  name: 'streams',
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.events WHERE stream = ANY ($1::text[]) ORDER BY stream, version`,
};

const CASE_COLLISION = {
  name: 'case-collision',
  text: `SELECT stream FROM event_store.events
          WHERE lower(stream) = lower($1 COLLATE "C") AND version = 1 AND stream <> $1 LIMIT 1`,
};

/** Positions that one filtered page looks at, so that a rare type is no scan of the whole log. */
export const FILTER_WINDOW = 10_000n;

/** How many events a filtered page looked at, where others have their version. */
const LOOKED_AT = `(SELECT count(*)::int FROM event_store.events WHERE position BETWEEN $4 AND $5)`;

const HEAD_ROW = (filtered: boolean) =>
  EVENT_COLUMNS.split(', ')
    .map((column) => {
      if (column === 'position') return 'coalesce(max(position), 0)';
      return filtered && column === 'version' ? LOOKED_AT : 'NULL';
    })
    .join(', ');

/** The first position that is missing among some. */
const HOLE = {
  name: 'hole',
  text: `SELECT position FROM generate_series($1::bigint, $2::bigint) AS position
          WHERE NOT EXISTS (SELECT FROM event_store.events e WHERE e.position = position.position)
          ORDER BY position LIMIT 1`,
};

/** The page, then the head, from one statement and hence from one moment. */
const ALL = (direction: 'forward' | 'backward', filtered: boolean) => ({
  name: `all-${direction}${filtered ? '-filtered' : ''}`,
  text: `(SELECT ${EVENT_COLUMNS} FROM event_store.events
           WHERE ${direction === 'forward' ? 'position > $1' : 'position < $1'}
           ${filtered ? `AND type = ANY ($3::text[]) AND position BETWEEN $4 AND $5` : ''}
           ORDER BY position ${direction === 'forward' ? 'ASC' : 'DESC'} LIMIT $2)
         UNION ALL
         SELECT ${HEAD_ROW(filtered)} FROM event_store.events`,
});

const NEWEST_VERSION = 2 ** 31 - 1;

/** Reads the log, on connections of its own, so that reading never waits for appending. */
export class Reader implements LogReader {
  private readonly pool: Pool;
  /** How often a connection has been opened or has ended: with each the database may have become another. */
  turns = 0;

  constructor(options: ConnectionOptions, connections: number) {
    this.pool = new Pool({
      ...clientConfig(options, 'reader'),
      max: connections,
      allowExitOnIdle: true,
    });
    this.pool.on('remove', () => this.turns++);
    this.pool.on('connect', (client) => {
      this.turns++;
      const socket = socketOf(client).setTimeout(silenceOf(options), () => socket.destroy());
    });
  }

  async stream(
    stream: string,
    { direction = 'forward', from, limit, fromLast }: ReadStreamOptions = {},
  ): Promise<RecordedEvent[]> {
    const start = from ?? (direction === 'forward' ? 1 : NEWEST_VERSION);
    const most = limit === undefined ? null : `${limit}`;
    const [statement, values] =
      fromLast === undefined
        ? [STREAM(direction), [stream, `${start}`, most]]
        : [STREAM_FROM_LAST, [stream, fromLast]];
    const events: RecordedEvent[] = [];
    await this.ask(statement, values, (row) => events.push(toRecorded(row)));
    return events;
  }

  async streams(streams: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
    const found = new Map<string, RecordedEvent[]>(streams.map((stream) => [stream, []]));
    await this.ask(STREAMS, [textArray(streams)], (row) => {
      const event = toRecorded(row);
      found.get(event.stream)!.push(event);
    });
    return found;
  }

  async all({
    after,
    direction = 'forward',
    limit = DEFAULT_PAGE,
    types,
  }: ReadAllOptions = {}): Promise<Page> {
    if (!(limit >= 1)) throw new RangeError(`a page of ${limit} events`);
    const forward = direction === 'forward';
    const from = after ?? (forward ? 0n : await this.headAfter());
    const window: [bigint, bigint] = forward
      ? [from + 1n, from + FILTER_WINDOW]
      : [from - FILTER_WINDOW, from - 1n];
    const values = [`${from}`, `${limit}`];
    if (types) values.push(textArray(types), `${window[0]}`, `${window[1]}`);
    const events: RecordedEvent[] = [];
    let head = 0n;
    let looked = 0;
    await this.ask(ALL(direction, types !== undefined), values, (row) => {
      if (row[1] === null) [head, looked] = [BigInt(row[0]!), Number(row[2])];
      else events.push(toRecorded(row));
    });
    const filtered = types && window;
    await this.refuseHole(filtered, head, looked);
    return toPage(events, head, { from, forward, limit, window: filtered });
  }

  /** A filter passes events over, and must not pass over that one is not there. @throws LogDamaged */
  private async refuseHole(
    window: readonly [bigint, bigint] | undefined,
    head: bigint,
    looked: number,
  ): Promise<void> {
    if (!window) return;
    const [first, last] = window;
    const [from, to] = [first < 1n ? 1n : first, last < head ? last : head];
    if (from > to || to - from + 1n === BigInt(looked)) return;
    let hole = from;
    await this.ask(HOLE, [`${from}`, `${to}`], ([position]) => (hole = BigInt(position!)));
    throw new LogDamaged(`position ${hole} is missing`);
  }

  async caseCollision(stream: string): Promise<string | undefined> {
    let found: string | undefined;
    await this.ask(CASE_COLLISION, [stream], ([name]) => (found = name!));
    return found;
  }

  async head(): Promise<bigint> {
    let head = 0n;
    await this.ask(HEAD, [], ([position]) => (head = BigInt(position!)));
    return head;
  }

  /** @throws ConnectionLost @throws StoreClosed */
  private async ask(
    statement: Statement,
    values: readonly Text[],
    row: (fields: readonly Text[]) => void,
  ): Promise<void> {
    if (this.pool.ending) throw new StoreClosed('the store is closed');
    let client: PoolClient | undefined;
    try {
      client = await this.pool.connect();
      await new Execution(statement, values, row).on(client);
      client.release();
    } catch (error) {
      client?.release(true);
      if (!isConnectionLost(error)) throw error;
      throw new ConnectionLost('the connection was lost', { cause: error });
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async headAfter(): Promise<bigint> {
    return (await this.head()) + 1n;
  }
}
