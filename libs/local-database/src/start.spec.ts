import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { LocalDatabaseError, runningLocalDatabase, startLocalDatabase } from './index.js';
import { isAlive } from './process-identity.js';
import { directory, otherOwner, rows } from './testing/directories.js';

jest.setTimeout(60_000);

let place: string;
const start = () => startLocalDatabase({ directory: place, database: 'service' });

beforeAll(async () => {
  place = await directory(0o711);
});

afterAll(() => rm(place, { recursive: true, force: true }));

test('a server that somebody else ends is told of, one that is stopped is not', async () => {
  const told = jest.fn();
  const settings = { directory: place, database: 'service' };
  const killed = await startLocalDatabase({ ...settings, onEnd: told });
  process.kill(killed.pid, 'SIGKILL');
  for (let tries = 0; told.mock.calls.length === 0 && tries < 500; tries++) await sleep(10);
  expect(told).toHaveBeenCalledTimes(1);
  await killed.stop();
  const stopped = await startLocalDatabase({ ...settings, onEnd: told });
  await stopped.stop();
  expect(told).toHaveBeenCalledTimes(1);
});

describe('starting again', () => {
  test('continues with the same data', async () => {
    const first = await start();
    await rows(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();

    const second = await start();
    expect(await rows(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await rows(second.url, 'DROP TABLE kept');
    await second.stop();
  });

  test('after SIGKILL ends the orphaned server and keeps everything committed', async () => {
    const killed = await otherOwner(place);
    await rows(killed.url, 'CREATE TABLE survived AS SELECT generate_series(1, 1000) AS id');
    await killed.end('SIGKILL');
    expect(isAlive(killed.pid)).toBe(true);

    const next = await start();
    expect(isAlive(killed.pid)).toBe(false);
    expect(await rows(next.url, 'SELECT count(*)::int AS n FROM survived')).toEqual([{ n: 1000 }]);
    await next.stop();
  });

  test('after SIGKILL of the server too recovers what was committed', async () => {
    const first = await otherOwner(place);
    await rows(first.url, 'CREATE TABLE recovered AS SELECT 1 AS id');
    process.kill(first.pid, 'SIGKILL');
    await first.end('SIGKILL');

    const next = await start();
    expect(await rows(next.url, 'SELECT id FROM recovered')).toEqual([{ id: 1 }]);
    await next.stop();
  });

  test('is not fooled by a lock or a pid file whose process id is somebody else by now', async () => {
    await writeFile(join(place, 'owner.lock'), JSON.stringify({ pid: process.pid, identity: '-' }));
    await writeFile(join(place, 'cluster', 'postmaster.pid'), `${process.ppid}\n${place}\n`);
    const database = await start();
    expect(await rows(database.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await database.stop();
  });
});

describe('the port', () => {
  test('is another one when the usual one is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    const database = await startLocalDatabase({ directory: place, database: 'service', port });
    expect(database.port).not.toBe(port);
    expect(await rows(database.url, 'SHOW port')).toEqual([{ port: String(database.port) }]);
    await database.stop();
    holder.close();
  });
});

describe('the owner', () => {
  test('is refused while another live process owns the directory', async () => {
    const other = await otherOwner(place);
    await expect(start()).rejects.toMatchObject({
      fault: 'in-use',
      message: expect.stringContaining(`process ${other.process.pid}`),
    });
    expect(await rows(other.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    await other.end('SIGTERM');
  });

  test('is only one of several that start at once', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    const started = outcomes.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    const refused = outcomes.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as unknown] : [],
    );
    expect(started).toHaveLength(1);
    expect(refused).toEqual([
      expect.objectContaining({ fault: 'in-use' }),
      expect.objectContaining({ fault: 'in-use' }),
    ]);
    await started[0]?.stop();
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'that handles no signal leaves no process behind on %s',
    async (signal) => {
      const other = await otherOwner(place);
      expect(await other.end(signal)).toBe(signal);
      expect(isAlive(other.pid)).toBe(false);
    },
  );
});

describe('looking at the database of another process', () => {
  const look = () => runningLocalDatabase({ directory: place, database: 'service' });

  test('finds the one that is running, and none before and after', async () => {
    expect(await look()).toBeUndefined();
    const other = await otherOwner(place);
    const url = await look();
    expect(await rows(url!, 'SELECT current_database() AS name')).toEqual([{ name: 'service' }]);
    await other.end('SIGTERM');
    expect(await look()).toBeUndefined();
  });

  test('is not fooled by what a killed server left', async () => {
    const killed = await otherOwner(place);
    process.kill(killed.pid, 'SIGKILL');
    await killed.end('SIGKILL');
    // Until it has been reaped, a killed process counts as one that runs.
    while ((await look()) !== undefined) await sleep(20);
  });

  test('makes nothing where there is none', async () => {
    const nowhere = join(place, 'nowhere');
    expect(await runningLocalDatabase({ directory: nowhere, database: 'x' })).toBeUndefined();
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('stopping', () => {
  test('leaves no process and no lock, and may be asked for twice', async () => {
    const database = await start();
    await Promise.all([database.stop(), database.stop()]);
    expect(isAlive(database.pid)).toBe(false);
    expect(existsSync(join(place, 'owner.lock'))).toBe(false);
  });

  test('does not wait for clients that never leave', async () => {
    const database = await start();
    const sleeper = rows(database.url, 'SELECT pg_sleep(600)').catch((error: Error) => error);
    await database.stop();
    expect(await sleeper).toBeInstanceOf(Error);
    expect(isAlive(database.pid)).toBe(false);
  });
});

describe('a server that cannot start', () => {
  test('is reported with its log and what it said last, and gives the directory free', async () => {
    const settings = { shared_buffers: 'plenty' };
    const failed = startLocalDatabase({ directory: place, database: 'service', settings });
    await expect(failed).rejects.toThrow(LocalDatabaseError);
    await expect(failed).rejects.toThrow(join(place, 'postgres.log'));
    await expect(failed).rejects.toThrow('invalid value for parameter "shared_buffers"');
    await (await start()).stop();
  });
});

describe('secrets', () => {
  test('are a random password that only the owner can read and that the server insists on', async () => {
    const database = await start();
    const wrong = database.url.replace(/:[^:@]+@/, ':guess@');
    await expect(rows(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await database.stop();
  });
});
