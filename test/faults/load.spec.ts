import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { durableDatabase } from '../support/durable-database.js';
import { boardRows } from '../support/board.js';
import { DispatchLoad } from '../support/dispatch-load.js';
import { boardOf, faultsOf, halfWritten, wholeLog } from '../support/log-check.js';
import { Service } from '../support/service.js';

const TICKETS = 1000;
const CLIENTS = 64;

describe('64 clients at once on 1,000 tickets', () => {
  let database: Awaited<ReturnType<typeof durableDatabase>>;
  let service: Service;

  beforeAll(async () => {
    database = await durableDatabase();
    service = await Service.start(database.url);
  }, 120_000);

  afterAll(async () => {
    await service?.end('SIGTERM');
    await database?.stop();
  });

  test('lose no event and double none, leave no gap, and the board is the fold of the log', async () => {
    const load = new DispatchLoad(service.url);
    await load.signIn();
    await load.open(TICKETS, CLIENTS);
    await load.analyse(TICKETS, 3000, CLIENTS);
    await load.seenOnBoard();

    const log = await wholeLog(database.url);
    expect(load.surprises).toEqual([]);
    expect(load.contradictions).toEqual([]);
    expect(load.acknowledged.size).toBe(TICKETS + 3000);
    expect(faultsOf(log, load.acknowledged, 'desk')).toEqual([]);
    expect(halfWritten(log)).toEqual([]);
    expect(await boardRows(database.url)).toEqual(boardOf(log));
  }, 180_000);
});

describe('a server that is killed ten times under that load', () => {
  let database: Awaited<ReturnType<typeof durableDatabase>>;
  let service: Service;

  beforeAll(async () => {
    database = await durableDatabase();
    service = await Service.start(database.url);
  }, 120_000);

  afterAll(async () => {
    await service?.end('SIGTERM');
    await database?.stop();
  });

  test('has everything that it acknowledged, nothing by halves, and its board catches up by itself', async () => {
    const load = new DispatchLoad(service.url);
    await load.signIn();
    await load.open(200, CLIENTS);
    let over = false;
    const working = (async () => {
      while (!over) await load.analyse(200, 200, CLIENTS);
    })();
    for (let kill = 1; kill <= 10; kill++) {
      await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 500));
      await service.end('SIGKILL');
      await service.start();
    }
    over = true;
    await working;
    await load.seenOnBoard();

    const log = await wholeLog(database.url);
    expect(load.surprises).toEqual([]);
    expect(load.contradictions).toEqual([]);
    expect(load.acknowledged.size).toBeGreaterThan(200);
    expect(faultsOf(log, load.acknowledged, 'desk')).toEqual([]);
    expect(halfWritten(log)).toEqual([]);
    expect(await boardRows(database.url)).toEqual(boardOf(log));
  }, 240_000);
});
