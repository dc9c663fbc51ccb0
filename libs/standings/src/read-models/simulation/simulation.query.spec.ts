import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { OwnAndBelow } from '../../application/own-and-below.js';
import { document2 } from '../../domain/edition/document-2.js';
import { act } from '../../testing/cases.js';
import { standingModel } from '../standing/standing.read-model.js';
import { SimulationHandler, SimulationQuery } from './simulation.query.js';

const EMPLOYEES = 120;
const named = (number: number) => `employee-${String(number).padStart(3, '0')}`;
const milder = { ...document2, points: { ...document2.points, demerit: -2 } };
const draft = { edition: '2027.1', text: milder, draftedAt: at('09:00'), draftedBy: 'chen-gang' };

let readSide: ReadSide;
beforeAll(async () => {
  readSide = await ReadSide.start(standingModel);
  for (let number = 0; number < EMPLOYEES; number++) {
    // Every other one has a merit, of which the draft says what is in force.
    const events = act(1, number % 2 === 0 ? 'D28.report' : 'D11.intelligence').map((event) =>
      event.type === 'CaseOpened'
        ? { ...event, data: { ...event.data, employee: named(number) } }
        : event,
    );
    await readSide.happenedIn(`standing-${named(number)}:2026`, ...events);
  }
});
afterAll(() => readSide.stop());

const tried = async (after: string, limit: number) => {
  const contexts = new StatedContexts(() => ({ editions: [draft] }));
  const everybodys = new OwnAndBelow({ of: () => Promise.resolve([]) });
  const handler = new SimulationHandler(readSide.asOf, readSide.dataSource, contexts, everybodys);
  const manager = { id: 'ma-guoqiang', roles: ['general-manager'] };
  const page = { year: '2026', after, limit };
  const head = await readSide.store.head();
  return handler.execute(new SimulationQuery('document-2', '2027.1', page, head, manager));
};

test.each([1, 49, 50, 51, 100, 119, 120, 200])(
  '[D41] an edition is tried on everybody once, %i at a time, and says how many are done',
  async (limit) => {
    const found: string[] = [];
    let judged = 0;
    for (let after: string | null = ''; after !== null;) {
      const { items, done, total, next } = await tried(after, limit);
      judged += Math.min(limit, EMPLOYEES - judged);
      expect([done, total, next === null]).toEqual([judged, EMPLOYEES, judged === EMPLOYEES]);
      found.push(...items.map(({ employee }) => employee));
      after = next;
    }
    expect(found).toEqual(Array.from({ length: EMPLOYEES / 2 }, (_, half) => named(half * 2)));
  },
);
