import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startLocalDatabase } from '@app/local-database';

/** As shipped, fsync and synchronous_commit included, but for room: a checkpoint in between would measure itself. */
const SETTINGS = {
  max_connections: 150,
  shared_buffers: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
};

export interface Database {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A PostgreSQL for one run. */
export interface Server {
  freshDatabase(): Promise<Database>;
  checkpoint(): Promise<void>;
}

/** Starts a server in a directory of its own, and leaves nothing of it behind, also on a signal. */
export async function withServer(use: (server: Server) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'service-centre-bench-'));
  // For root, PostgreSQL runs under another account, which must get through.
  await chmod(directory, 0o711);
  const starting = startLocalDatabase({
    directory,
    database: 'bench',
    port: 0,
    settings: SETTINGS,
  });
  const remove = async () => {
    const server = await starting.catch(() => undefined);
    await server?.stop();
    for (const place of new Set([directory, server?.home ?? directory]))
      await rm(place, { recursive: true, force: true });
  };
  endOnSignal(remove);
  let client: Client | undefined;
  try {
    const { url } = await starting;
    client = new Client({ connectionString: url });
    await client.connect();
    await use(serverOn(client, url));
  } finally {
    await client?.end();
    await remove();
  }
}

/** Ends the process by a signal once `remove` is done. */
function endOnSignal(remove: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // What is being measured fails now, for want of its database.
      process.on('uncaughtException', () => undefined);
      void remove().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
}

function serverOn(client: Client, serverUrl: string): Server {
  let databases = 0;
  return {
    async freshDatabase() {
      const name = `bench_${++databases}`;
      await client.query(`CREATE DATABASE ${name}`);
      const url = new URL(serverUrl);
      url.pathname = name;
      const drop = async () => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      return { url: url.href, drop };
    },
    async checkpoint() {
      await client.query('CHECKPOINT');
    },
  };
}
