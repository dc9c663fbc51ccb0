import { setTimeout as sleep } from 'node:timers/promises';
import { Executor } from '@app/event-store';
import { stockBalance } from '@app/inventory/src/read-models/stock-balance/stock-balance.projection.js';
import type { StockReportRow } from '@app/inventory/src/read-models/stock-report/stock-report.row.js';
import {
  StockReportHandler,
  StockReportQuery,
} from '@app/inventory/src/read-models/stock-report/stock-report.query.js';
import { AsOf, Projections } from '@app/projections';
import { openReadSide } from '../project/read-side.js';
import { receivedOne } from '../stock/books.js';
import type { Period } from './folded.js';
import type { Year } from './year.js';

/** Movements that go on until they are stopped. */
interface Load {
  /** Ends it, and says how many there were in a second. */
  stop(): Promise<{ readonly median: number }>;
}

export interface Reports {
  of(period: Period): Promise<readonly StockReportRow[]>;
  /** Books so many in a second from now on. */
  move(year: Year, pace: number): Load;
  close(): Promise<void>;
}

/** Reports and books on one log, with the projection that leads from one to the other. */
export async function openReports(url: string): Promise<Reports> {
  const { store, dataSource, close } = await openReadSide(url);
  const projections = new Projections(dataSource, store, [stockBalance], { owner: 'bench' });
  projections.start();
  const handler = new StockReportHandler(new AsOf(projections), dataSource);
  const executor = new Executor(store);
  return {
    async of(period) {
      const answer = await handler.execute(new StockReportQuery(period, 0n));
      return answer.rows;
    },
    move: (year, pace) => moving(pace, () => receivedOne(executor, year.anywhere())),
    async close() {
      await projections.stop();
      await close();
    },
  };
}

/** Begins as many in a second, whether those before are done or not. */
function moving(pace: number, move: () => Promise<unknown>): Load {
  const began = performance.now();
  let [begun, done, going] = [0, 0, true];
  const running = (async () => {
    const open = new Set<Promise<void>>();
    while (going) {
      const due = Math.floor(((performance.now() - began) * pace) / 1_000);
      for (; begun < due; begun++) {
        const one: Promise<void> = move().then(() => {
          done += 1;
          open.delete(one);
        });
        open.add(one);
      }
      await sleep(5);
    }
    await Promise.all(open);
  })();
  return {
    async stop() {
      going = false;
      await running;
      return { median: Math.round((done / (performance.now() - began)) * 1_000) };
    },
  };
}
