import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { boardRows } from '../support/board.js';
import { DispatchLoad } from '../support/dispatch-load.js';
import { boardOf, faultsOf, halfWritten, wholeLog } from '../support/log-check.js';
import { ownService } from '../support/own-service.js';

const TICKETS = 1000;
const CLIENTS = 64;

const own = ownService();

test('a server killed ten times under load has all that it acknowledged, nothing by halves, and its board catches up by itself', async () => {
  const load = new DispatchLoad(own.service.url);
  await load.signIn();
  await load.open(TICKETS, CLIENTS);
  let over = false;
  const working = (async () => {
    while (!over) await load.analyse(TICKETS, 200, CLIENTS);
  })();
  for (let kill = 1; kill <= 10; kill++) {
    await pause(150 + Math.random() * 500);
    await own.service.end('SIGKILL');
    await own.service.start();
  }
  over = true;
  await working;
  await load.seenOnBoard();

  const log = await wholeLog(own.databaseUrl);
  expect(load.surprises).toEqual([]);
  expect(load.contradictions).toEqual([]);
  expect(load.acknowledged.size).toBeGreaterThan(TICKETS);
  expect(faultsOf(log, load.acknowledged, 'desk')).toEqual([]);
  expect(halfWritten(log)).toEqual([]);
  expect(await boardRows(own.databaseUrl)).toEqual(boardOf(log));
}, 240_000);
