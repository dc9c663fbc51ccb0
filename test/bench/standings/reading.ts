import type { DataSource } from 'typeorm';
import { ContextsOfLog, Executor, type Contexts } from '@app/event-store';
import { AsOf, Projections } from '@app/projections';
import { OwnAndBelow } from '@app/standings/src/application/own-and-below.js';
import { document2 } from '@app/standings/src/domain/edition/document-2.js';
import {
  AnnualStandingsHandler,
  AnnualStandingsQuery,
} from '@app/standings/src/read-models/standing/annual-standings.query.js';
import {
  SimulationHandler,
  SimulationQuery,
} from '@app/standings/src/read-models/simulation/simulation.query.js';
import { standing } from '@app/standings/src/read-models/standing/standing.projection.js';
import { StandingRow } from '@app/standings/src/read-models/standing/standing.row.js';
import { editions } from '@app/standings/src/edition.aggregate.js';
import { years } from '@app/standings/src/year.aggregate.js';
import { editionEvents } from '@app/standings';
import { newEvents } from '@app/event-store/src/new-events.js';
import { newId } from '@app/kernel';
import type { Filling, Running, Subject } from '../harness.js';
import { openReadSide } from '../project/read-side.js';
import { YEAR } from './year.js';

interface Reading {
  readonly asOf: AsOf;
  readonly dataSource: DataSource;
  readonly contexts: Contexts;
}

/** The general manager reads all, and nobody asks whom they lead. */
const EVERYBODYS = new OwnAndBelow({ of: () => Promise.resolve([]) });
const MANAGER = { id: 'ma-guoqiang', roles: ['general-manager'] };

/** A ranked page of fifty, somewhere in the year. */
export function ranked(filling: Filling): Subject {
  return reading(filling, async ({ asOf, dataSource, contexts }) => {
    const handler = new AnnualStandingsHandler(asOf, dataSource, contexts, EVERYBODYS);
    let after: string | undefined;
    return async () => {
      const filter = { year: YEAR, limit: 50, ...(after !== undefined && { after }) };
      const page = await handler.execute(new AnnualStandingsQuery(filter, 0n, MANAGER));
      after = page.next ?? undefined;
      return 1;
    };
  });
}

/** Another edition tried on the whole year, page by page, each saying how many are done. */
export function simulated(employees: number, filling: Filling): Subject {
  return reading(filling, async ({ asOf, dataSource, contexts }) => {
    const handler = new SimulationHandler(asOf, dataSource, contexts, EVERYBODYS);
    return async () => {
      let after = '';
      for (;;) {
        const page = { year: YEAR, after, limit: 200 };
        const query = new SimulationQuery('document-2', '2026.2', page, 0n, MANAGER);
        const { done, total, next } = await handler.execute(query);
        if (next === null) {
          if (done !== total || total !== employees) throw new Error(`${done} of ${total}`);
          return total;
        }
        after = next;
      }
    };
  });
}

function reading(filling: Filling, stepOn: (side: Reading) => Promise<Running['step']>): Subject {
  return {
    name: 'ours',
    filling,
    async open(url) {
      const { store, dataSource, close } = await openReadSide(url, [StandingRow]);
      const contexts = new ContextsOfLog(store, new Executor(store), [editions, years] as never);
      const projections = new Projections(dataSource, store, [standing], {
        owner: newId(),
      });
      projections.start();
      const stream = 'edition-document-2';
      const text = { ...document2, points: { ...document2.points, demerit: -4 } };
      const data = { edition: '2026.2', text };
      const happened = { type: 'EditionDrafted', data, occurredAt: '2026-01-01T00:00:00.000Z' };
      const actor = { id: 'chen-gang', role: 'supervisor' };
      const commandId = newId();
      const cause = {
        commandId,
        commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A',
        origin: { correlationId: commandId, policyVersion: '2026.1' },
      };
      const events = newEvents(
        editionEvents,
        stream,
        [{ ...happened, actor, articles: [] }],
        cause,
      );
      await store.append([{ stream, expected: 'any', events }]);
      const step = await stepOn({ asOf: new AsOf(projections), dataSource, contexts });
      const stop = async () => {
        await projections.stop();
        await close();
      };
      return { step, close: stop };
    },
  };
}
