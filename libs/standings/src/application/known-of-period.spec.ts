import { expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import type { EmployeeFile } from '@app/department';
import { noFigures } from '../domain/figures/figures.state.js';
import { initialState } from '../domain/standing.evolve.js';
import { edition, person } from '../testing/cases.js';
import { knownOfPeriod } from './known-of-period.js';

type Then = { readonly since: string; readonly department?: EmployeeFile['department'] };

/** Somebody whose file says this from each moment on; without a department they have left. */
const contexts = (...history: readonly Then[]) =>
  new StatedContexts((stream, at) => {
    if (stream.startsWith('calendar-')) return undefined;
    if (stream.startsWith('edition-')) return { editions: [edition] };
    if (stream.startsWith('figures-')) return noFigures();
    if (stream.startsWith('standing-')) return initialState();
    const index = history.findLastIndex(({ since }) => at === undefined || since <= at);
    if (index < 0) return { status: 'none' };
    const { since, department } = history[index]!;
    const file = { ...person, department: department ?? history[index - 1]?.department };
    return { status: department ? 'active' : 'left', employee: 'he-ying', ...file, since };
  });
const now = { occurredAt: '2029-01-05T00:00:00.000Z', receivedAt: '2029-01-05T00:00:00.000Z' };
const known = (period: string, ...history: readonly Then[]) =>
  knownOfPeriod(
    { ...now, data: { employee: 'he-ying', year: period.slice(0, 4), period } },
    contexts(...history),
  );
const presence = async (period: string, ...history: readonly Then[]) => {
  const { subject, kept } = await known(period, ...history);
  return [subject?.department, ...kept.presence.map(({ from, until }) => `${from}/${until}`)];
};

const joined = { since: '2026-03-16T01:00:00.000Z', department: 'sales' } as const;

test('[R13] somebody who joins is asked from that day on', async () => {
  expect(await presence('2026-03', joined)).toEqual(['sales', '2026-03-16/2026-03-31']);
  expect(await presence('2026-02', joined)).toEqual([undefined]);
});

test('[R13] whoever leaves works on their last day, and is judged by the department they left', async () => {
  const left = { since: '2026-05-10T09:00:00.000Z' };
  expect(await presence('2026-05', joined, left)).toEqual(['sales', '2026-03-16/2026-05-10']);
  expect(await presence('2026-06', joined, left)).toEqual([undefined]);
});

test('[R13] whoever changes department is judged by the last, for the days in it', async () => {
  const moved = { since: '2026-05-10T02:00:00.000Z', department: 'repair' } as const;
  expect(await presence('2026-H1', joined, moved)).toEqual(['repair', '2026-05-10/2026-06-30']);
  const back = { since: '2026-06-20T02:00:00.000Z', department: 'sales' } as const;
  expect(await presence('2026-H1', joined, moved, back)).toEqual([
    'sales',
    '2026-03-16/2026-05-09',
    '2026-06-20/2026-06-30',
  ]);
});

test('[D14] [D19] what is read reaches as far as a streak does, back and on, and at least a year', async () => {
  const early = { since: '2020-01-01T00:00:00.000Z', department: 'sales' } as const;
  const read = async (period: string) => {
    const all = contexts(early);
    const data = { employee: 'he-ying', year: period.slice(0, 4), period };
    const { kept } = await knownOfPeriod({ ...now, data }, all);
    const standings = all.asked.filter((stream) => stream.startsWith('standing-'));
    return [[...kept.figures.keys()], standings.map((stream) => stream.slice(-4))];
  };
  expect(await read('2028')).toEqual([
    ['2026', '2027', '2028'],
    ['2026', '2027', '2029', '2030'],
  ]);
  expect(await read('2028-02')).toEqual([
    ['2027', '2028'],
    ['2027', '2029'],
  ]);
  expect(await read('2028-03')).toEqual([['2028'], ['2027', '2029']]);
});
