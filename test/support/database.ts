import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Environment variable with the URL of the test run's server, set by Jest's global setup. */
export const SERVER_VARIABLE = 'TEST_DATABASE_SERVER';

/** Environment variable that says why the template could not be migrated; not set if it was. */
export const FAULT_VARIABLE = 'TEST_DATABASE_FAULT';

/** The migrated, otherwise empty database that every test database is a copy of. */
export const TEMPLATE = 'template_service_centre';

/** A database of one test file's own. */
export interface TestDatabase {
  readonly url: string;
  /** Remove it, closing whatever is still connected. */
  readonly drop: () => Promise<void>;
}

/**
 * A fresh, migrated database with nothing in it, so that test files run side by side. Take one per
 * file in `beforeAll` (some 50 ms), or one per test where tests must not see each other's events.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = new URL(serverUrl());
  url.pathname = name;
  return { url: url.href, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const url = new URL(serverUrl());
  url.pathname = 'postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const fault = process.env[FAULT_VARIABLE];
  if (fault) throw new Error(`The template could not be migrated: ${fault}`);
  const url = process.env[SERVER_VARIABLE];
  if (!url) throw new Error(`${SERVER_VARIABLE} is not set: run the test through Jest`);
  return url;
}
