import { OwnAndBelow } from '../../application/own-and-below.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { NotFound } from '@app/kernel';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { act, laterOf, openedCase, person } from '../../testing/cases.js';
import { openYear } from '../../domain/year/year.state.js';
import { AnnualStandingsHandler, AnnualStandingsQuery } from './annual-standings.query.js';
import { standingModel } from './standing.read-model.js';
import { StandingHandler, StandingQuery } from './standing.query.js';

let readSide: ReadSide;

/** Acts of one employee's year, in a department. */
async function year(employee: string, of: string, ...names: string[]): Promise<void> {
  const events = names.flatMap((name, index) => [...act(index + 1, name)]);
  const own = events.map((event) =>
    event.type === 'CaseOpened' ? { ...event, data: { ...event.data, employee } } : event,
  );
  await readSide.happenedIn(`standing-${employee}:${of}`, ...own);
}

beforeAll(async () => {
  readSide = await ReadSide.start(standingModel);
  await year('best', '2026', 'D9.adopted', 'D11.intelligence');
  await year('tied-a', '2026', 'D9.adopted');
  await year('tied-b', '2026', 'D9.adopted');
  await year('mender', '2026', 'D29.technique');
  await year('worst', '2026', 'D26.disobeys');
  await year('best', '2025', 'D9.adopted');
});

afterAll(() => readSide.stop());

const contexts = new StatedContexts(openYear);
const whose = new OwnAndBelow({
  of: (leader) => Promise.resolve(leader === 'chen-gang' ? ['tied-b', 'worst'] : []),
});
const head = () => readSide.store.head();
const list = async (
  filter: Partial<AnnualStandingsQuery['filter']> = {},
  own?: string,
  role = 'sales',
) =>
  new AnnualStandingsHandler(readSide.asOf, readSide.dataSource, contexts, whose).execute(
    new AnnualStandingsQuery(
      { year: '2026', ...filter },
      await head(),
      own === undefined
        ? { id: 'ma-guoqiang', roles: ['general-manager'] }
        : { id: own, roles: [role] },
    ),
  );
const ranked = (page: Awaited<ReturnType<typeof list>>) =>
  page.items.map(({ employee, rank }) => `${rank} ${employee}`);

describe('the standings of a year', () => {
  test('[D8] are ranked by points; who have as many share a rank', async () => {
    expect(ranked(await list())).toEqual(['1 best', '2 mender', '2 tied-a', '2 tied-b', '5 worst']);
    expect(ranked(await list({ department: 'sales' }))).toEqual([
      '1 best',
      '2 tied-a',
      '2 tied-b',
      '4 worst',
    ]);
    expect(ranked(await list({ year: '2025' }))).toEqual(['1 best']);
  });

  test('show the points of the year before, where somebody had a case then', async () => {
    const { items } = await list();
    expect(items.map(({ employee, pointsBefore }) => [employee, pointsBefore])).toEqual([
      ['best', 3],
      ['mender', null],
      ['tied-a', null],
      ['tied-b', null],
      ['worst', null],
    ]);
  });

  test('are ranked the same from page to page, also within a tie', async () => {
    const pages: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await list({ limit: 1, ...(after && { after }) });
      pages.push(...ranked(page));
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(pages).toEqual(['1 best', '2 mender', '2 tied-a', '2 tied-b', '5 worst']);
  });

  test('show nothing but one’s own, with its rank among all, to who may not see those of others', async () => {
    expect(ranked(await list({}, 'tied-b'))).toEqual(['2 tied-b']);
    expect(ranked(await list({}, 'worst'))).toEqual(['5 worst']);
    expect(ranked(await list({}, 'nobody'))).toEqual([]);
  });

  test('show a supervisor those of whom they lead, and nobody else’s', async () => {
    expect(ranked(await list({}, 'chen-gang', 'supervisor'))).toEqual(['2 tied-b', '5 worst']);
    expect(ranked(await list({}, 'wu-di', 'supervisor'))).toEqual([]);
  });
});

describe('the standing of one', () => {
  const read = async (employee: string) =>
    new StandingHandler(readSide.asOf, readSide.dataSource, contexts).execute(
      new StandingQuery(employee, '2026', await head()),
    );

  test('[D8] opens into the cases that made it', async () => {
    expect(await read('best')).toMatchObject({
      employee: 'best',
      year: '2026',
      closed: false,
      edition: '2026.1',
      order: 'convert-then-offset',
      points: 6,
      ranks: { centre: 1, department: 1 },
      months: [{ month: '2026-03', points: 6, of: [1, 2] }],
      net: [
        { level: 'merit', of: [1] },
        { level: 'merit', of: [2] },
      ],
      cases: [
        { case: 1, status: 'decided', article: 'D9', edition: '2026.1', points: 3 },
        { case: 2, status: 'decided', article: 'D11' },
      ],
      version: 6,
    });
  });

  test('[D8] says the rank in the centre and in the department, which ties share', async () => {
    expect((await read('mender')).ranks).toEqual({ centre: 2, department: 1 });
    expect((await read('tied-b')).ranks).toEqual({ centre: 2, department: 2 });
    expect((await read('worst')).ranks).toEqual({ centre: 5, department: 4 });
  });

  test('shows a year whose cases have come to nothing, and none that has no case', async () => {
    const file = openedCase(1, 'D26.talks-back', { ...person, employee: 'calm' });
    const dropped = laterOf(file)('CaseDropped', { case: 1, reason: '查无实据' });
    await readSide.happenedIn('standing-calm:2026', file, dropped);
    expect(await read('calm')).toMatchObject({ points: 0, edition: null, net: [], why: [] });
    await expect(read('nobody')).rejects.toThrow(NotFound);
  });
});
