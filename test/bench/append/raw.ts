import { Client } from 'pg';
import { newId } from '@app/kernel';
import { plainArray, textArray } from '@app/event-store/src/postgres/rows.js';
import type { Running, Subject } from '../harness.js';
import { visitPlanned } from './events.js';
import { makeLog } from './ours.js';
import { WorkerStreams } from './streams.js';

const INSERT_ROW = {
  name: 'insert-row',
  text: 'INSERT INTO event_store.events VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())',
};

const INSERT_ROWS = {
  name: 'insert-rows',
  text: `INSERT INTO event_store.events
         SELECT n.*, now()
           FROM ROWS FROM (unnest($1::bigint[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::int[]),
                           json_array_elements($7::json), json_array_elements($8::json)) AS n`,
};

/** One prepared INSERT of one row, a transaction each, on a connection for each worker. */
export function rawSingleRow(
  connections: number,
  appendsPerStream: number,
  commandId: () => string = newId,
): Subject {
  return {
    name: 'raw',
    workers: connections,
    async open(url) {
      const clients = await connect(url, connections);
      const streams = new WorkerStreams(appendsPerStream, 1);
      let position = await head(clients[0]!);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const { id, type, schemaVersion, data, meta } = visitPlanned(stream, commandId());
        const [dataJson, metaJson] = [JSON.stringify(data), JSON.stringify(meta)];
        const values = [
          ++position,
          stream,
          version + 1,
          id,
          type,
          schemaVersion,
          dataJson,
          metaJson,
        ];
        await clients[worker]!.query({ ...INSERT_ROW, values });
        return 1;
      };
      return running(step, clients);
    },
  };
}

export interface RowsPerInsert {
  /** Streams that one statement writes to. */
  readonly streams: number;
  /** Rows that it adds to each. */
  readonly rows: number;
}

/** One prepared INSERT of many rows, a transaction each, on one connection. */
export function rawMultiRow(
  name: string,
  { streams: writers, rows }: RowsPerInsert,
  appendsPerStream: number,
): Subject {
  return {
    name,
    workers: 1,
    async open(url) {
      const clients = await connect(url, 1);
      const streams = new WorkerStreams(appendsPerStream, rows);
      let position = 0;
      const step = async () => {
        const places = Array.from({ length: writers }, (_, writer) => streams.next(writer)).flatMap(
          ({ stream, version }) =>
            Array.from({ length: rows }, (_, i) => ({ stream, version: version + i + 1 })),
        );
        const events = places.map(({ stream }) => visitPlanned(stream));
        const values = [
          plainArray(places.map(() => ++position)),
          textArray(places.map(({ stream }) => stream)),
          plainArray(places.map(({ version }) => version)),
          plainArray(events.map(({ id }) => id)),
          textArray(events.map(({ type }) => type)),
          plainArray(events.map(({ schemaVersion }) => schemaVersion)),
          JSON.stringify(events.map(({ data }) => data)),
          JSON.stringify(events.map(({ meta }) => meta)),
        ];
        await clients[0]!.query({ ...INSERT_ROWS, values });
        return events.length;
      };
      return running(step, clients);
    },
  };
}

async function connect(url: string, count: number): Promise<Client[]> {
  await makeLog(url);
  const clients = Array.from({ length: count }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  return clients;
}

async function head(client: Client): Promise<number> {
  const { rows } = await client.query<[number]>({
    text: 'SELECT coalesce(max(position), 0)::int FROM event_store.events',
    rowMode: 'array',
  });
  return rows[0]![0];
}

function running(step: Running['step'], clients: readonly Client[]): Running {
  return {
    step,
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
}
