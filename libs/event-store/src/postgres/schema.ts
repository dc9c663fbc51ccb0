import type { ClientBase } from 'pg';
import { clockSchema } from '@app/clock';
import { appendBatch } from './schema/append-batch.js';
import { appendKnown } from './schema/append-known.js';
import { appendOnly } from './schema/append-only.js';
import { streamNames } from './schema/stream-names.js';
import { tables } from './schema/tables.js';

/** The statements that make the log in an empty database; run again they change nothing. */
export const eventStoreSchema: readonly string[] = [
  ...clockSchema,
  ...tables,
  streamNames,
  ...appendOnly,
  appendBatch,
  appendKnown,
];

/** Makes the log in one transaction. */
export async function installSchema(client: Pick<ClientBase, 'query'>): Promise<void> {
  await client.query('BEGIN');
  try {
    for (const statement of eventStoreSchema) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
