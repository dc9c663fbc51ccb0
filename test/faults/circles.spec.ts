import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { employeeStreams } from '@app/department';
import { employees } from '@app/department/src/employee.aggregate.js';
import type { EventStore } from '@app/event-store';
import { Interleaving } from '@app/event-store/src/testing/interleaving.js';
import { newId } from '@app/kernel';
import { Office } from '../../apps/server/src/testing/office.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { rounds } from '../support/rounds.js';
import { sharedLog, STORES, type SharedLog } from '../support/shared-log.js';

/*
 * Several files change at the same moment, each in a process of its own, and each change by itself is in
 * order. However their calls of the store meet, the supervisors never go round in a circle.
 */

describe.each(STORES)('processes on one log in %s', (name) => {
  let database: TestDatabase;
  let log: SharedLog;
  let stores: readonly EventStore[];
  beforeAll(async () => {
    database = await testDatabase();
    log = await sharedLog(name, database.url);
    stores = await Promise.all(Array.from({ length: 4 }, () => log.open()));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await log.end();
    await database.drop();
  });

  const superiorOf = async (office: Office, employee: string) => {
    const { state } = await office.executor.load(employees, employeeStreams.named(employee));
    return state.status === 'active' ? state.reportsTo : undefined;
  };

  /** Each of so many people comes to report to the next, and the last to the first, all at once. */
  async function race(people: number, order: readonly number[]): Promise<void> {
    const turns = new Interleaving();
    const offices = stores.slice(0, people).map((store) => new Office(turns.through(store)));
    const [office] = offices;
    const line = offices.map((_, index) => `p${index}-${newId()}`);
    for (const each of line) await office!.hire(each);
    const ends = await turns.run(
      order,
      offices.map((each, index) => () => {
        const reportsTo = line[(index + 1) % people];
        return each.employee('ChangeEmployee', line[index]!, { reportsTo });
      }),
    );
    const codes = ends.map((end) =>
      end.status === 'fulfilled' ? 'ok' : (end.reason as { readonly code?: string }).code,
    );
    const superiors = await Promise.all(line.map((each) => superiorOf(office!, each)));
    const named = superiors.filter((each) => each !== undefined);
    expect(named.length).toBeLessThan(people);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(named.length);
    expect(codes).toContain('supervisors-in-a-circle');
  }

  test.each([2, 3, 4])(
    '[R12] %i files that change at one moment close no circle',
    async (people) => {
      await race(people, []);
      const order = fc.array(fc.nat({ max: people - 1 }), { minLength: 10, maxLength: 40 });
      const property = fc.asyncProperty(order, (each) => race(people, each));
      await fc.assert(property, { numRuns: rounds({ short: 6, full: 300 }) });
    },
    rounds({ short: 60_000, full: 600_000 }),
  );
});
