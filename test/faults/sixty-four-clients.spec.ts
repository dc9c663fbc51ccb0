import { expect, test } from '@jest/globals';
import { boardRows } from '../support/board.js';
import { DispatchLoad } from '../support/dispatch-load.js';
import { boardOf, faultsOf, halfWritten, wholeLog } from '../support/log-check.js';
import { ownService } from '../support/own-service.js';

const TICKETS = 1000;
const CLIENTS = 64;
const ANALYSES = 3000;

const own = ownService();

test('64 clients on 1,000 tickets lose no event and double none, leave no gap, and see the fold of the log on the board', async () => {
  const load = new DispatchLoad(own.service.url);
  await load.signIn();
  await load.open(TICKETS, CLIENTS);
  await load.analyse(TICKETS, ANALYSES, CLIENTS);
  await load.seenOnBoard();

  const log = await wholeLog(own.databaseUrl);
  expect(load.surprises).toEqual([]);
  expect(load.contradictions).toEqual([]);
  expect(load.acknowledged.size).toBe(TICKETS + ANALYSES);
  expect(faultsOf(log, load.acknowledged, 'desk')).toEqual([]);
  expect(halfWritten(log)).toEqual([]);
  expect(await boardRows(own.databaseUrl)).toEqual(boardOf(log));
}, 180_000);
