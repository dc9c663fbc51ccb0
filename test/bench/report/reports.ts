import { Executor } from '@app/event-store';
import { stockBalance } from '@app/inventory/src/read-models/stock-balance/stock-balance.projection.js';
import type { StockReportRow } from '@app/inventory/src/read-models/stock-report/stock-report.row.js';
import {
  StockReportHandler,
  StockReportQuery,
} from '@app/inventory/src/read-models/stock-report/stock-report.query.js';
import { AsOf, Projections } from '@app/projections';
import { openReadSide } from '../project/read-side.js';
import { goingOn, type Load } from '../load.js';
import { receivedOne } from '../stock/books.js';
import type { Period } from './folded.js';
import type { Year } from './year.js';

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
    move: (year, pace) => goingOn(pace, () => receivedOne(executor, year.anywhere())),
    async close() {
      await projections.stop();
      await close();
    },
  };
}
