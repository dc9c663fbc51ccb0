import { Client } from 'pg';
import type { Running, Subject } from '../harness.js';
import { visitPlanned } from './events.js';
import { WorkerStreams } from './streams.js';

/** The columns, types, indexes and bytes of the event store, and nothing else. */
const TABLE = `
  CREATE TABLE events (
    position bigint PRIMARY KEY, stream text COLLATE "C" NOT NULL, version int NOT NULL,
    event_id uuid NOT NULL UNIQUE, type text COLLATE "C" NOT NULL, schema_version int NOT NULL,
    data json NOT NULL, meta json NOT NULL, recorded_at timestamptz(3) NOT NULL,
    UNIQUE (stream, version))`;

const INSERT_ROW = {
  name: 'insert-row',
  text: 'INSERT INTO events VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())',
};

const INSERT_ROWS = {
  name: 'insert-rows',
  text: `INSERT INTO events
         SELECT *, now() FROM unnest($1::bigint[], $2::text[], $3::int[], $4::uuid[], $5::text[],
                                     $6::int[], $7::json[], $8::json[])`,
};

/** One prepared INSERT of one row, a transaction each, on a connection for each worker. */
export function rawSingleRow(connections: number, appendsPerStream: number): Subject {
  return {
    name: 'raw',
    async open(url) {
      const clients = await connect(url, connections);
      const streams = new WorkerStreams(appendsPerStream, 1);
      let position = 0;
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        await clients[worker]!.query({
          ...INSERT_ROW,
          values: row(++position, stream, version + 1),
        });
        return 1;
      };
      return running(step, clients);
    },
  };
}

/** One prepared INSERT of many rows, a transaction each, on one connection. */
export function rawMultiRow(rows: number, appendsPerStream: number): Subject {
  return {
    name: 'raw',
    async open(url) {
      const clients = await connect(url, 1);
      const streams = new WorkerStreams(appendsPerStream, rows);
      let position = 0;
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const columns: unknown[][] = Array.from({ length: 8 }, () => []);
        for (let i = 1; i <= rows; i++) {
          row(++position, stream, version + i).forEach((value, column) =>
            columns[column]!.push(value),
          );
        }
        await clients[0]!.query({ ...INSERT_ROWS, values: columns });
        return rows;
      };
      return running(step, clients);
    },
  };
}

function row(position: number, stream: string, version: number): unknown[] {
  const { id, type, schemaVersion, data, meta } = visitPlanned(stream);
  return [
    position,
    stream,
    version,
    id,
    type,
    schemaVersion,
    JSON.stringify(data),
    JSON.stringify(meta),
  ];
}

async function connect(url: string, count: number): Promise<Client[]> {
  const clients = Array.from({ length: count }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]!.query(TABLE);
  return clients;
}

function running(step: Running['step'], clients: readonly Client[]): Running {
  return {
    step,
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
}
