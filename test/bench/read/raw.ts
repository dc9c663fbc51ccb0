import { Client } from 'pg';
import type { Running, Subject } from '../harness.js';
import { CopyOut } from './copy-out.js';
import { fillLog, streamsOf, type Length } from './streams.js';

const COLUMNS =
  'position, stream, version, event_id, type, schema_version, data, meta, recorded_at';

const SELECT = {
  name: 'select',
  text: `SELECT ${COLUMNS} FROM event_store.events WHERE stream = $1 ORDER BY version`,
};

/** A prepared SELECT of the stream's rows, whose JSON the driver parses. */
export function loadRaw(length: Length): Subject {
  return onLog((client) => {
    const next = streamsOf(length);
    return async () => {
      const { rows } = await client.query({ ...SELECT, values: [next()], rowMode: 'array' });
      return rows.length;
    };
  });
}

/** COPY of the rows in the order of their positions, their fields separated and their JSON parsed. */
export function readAllRaw(): Subject {
  return onLog((client) => async () => {
    let read = 0;
    await CopyOut.run(client, `SELECT ${COLUMNS} FROM event_store.events ORDER BY position`, () => {
      read++;
    });
    return read;
  });
}

function onLog(stepOn: (client: Client) => Running['step']): Subject {
  return {
    name: 'raw',
    filling: fillLog,
    async open(url) {
      const client = new Client({ connectionString: url });
      await client.connect();
      return { step: stepOn(client), close: () => client.end() };
    },
  };
}
