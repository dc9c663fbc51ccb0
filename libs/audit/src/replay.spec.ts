import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotFound } from '@app/kernel';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { accountOf, accountText } from './account.js';
import { historyPage } from './history-page.js';
import { BREATHER, replay, steps } from './replay.js';
import { tallied, tallyKind, tallyStaff, tallyStore } from './testing/tally-store.js';

let tally: Awaited<ReturnType<typeof tallyStore>>;
beforeAll(async () => void (tally = await tallyStore()));
afterAll(() => tally.close());

const kinds = [tallyKind];
const sources = (contexts = tallyStaff()) => ({ store: tally.store, kinds, contexts });
const past = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

/** Three events; the third happened between the first two and was recorded after them. */
async function withLateRecord(stream: string) {
  const [first, second, between] = [past(30), past(10), past(20)];
  await tally.write(stream, tallied('Added', { amount: 1 }, first));
  await tally.write(stream, tallied('Named', { name: 'last' }, second));
  const knownAt = (await tally.store.readStream(stream)).at(-1)!.recordedAt;
  await sleep(10);
  await tally.write(stream, tallied('Named', { name: 'between' }, between));
  return { first, second, between, knownAt };
}

describe('a replay by version', () => {
  test('gives the state after so many events, and what each of them changed', async () => {
    const stream = 'tally-version';
    await tally.write(
      stream,
      tallied('Added', { amount: 2 }),
      tallied('Named', { name: 'x' }),
      tallied('Added', { amount: 3 }),
    );
    const two = await replay(tally.store, kinds, stream, { version: 2 });
    expect(two).toMatchObject({
      category: 'tally',
      newest: 3,
      counted: 2,
      order: 'version',
      state: { total: 2, names: ['x'] },
    });
    expect(two.events.map(({ changes }) => changes)).toEqual([
      [{ op: 'replace', path: '/total', from: 0, to: 2 }],
      [{ op: 'add', path: '/names/0', to: 'x' }],
    ]);
    expect(two.events[0]).toMatchObject({
      version: 1,
      type: 'Added',
      actor: { id: 'li-wei', role: 'technician' },
      articles: ['R10'],
      cause: { correlationId: 'correlation' },
      policyVersion: '2026.1',
      late: false,
    });
  });

  test('gives the state before the first event, and all of them where nothing is asked', async () => {
    await tally.write('tally-ends', tallied('Added', { amount: 7 }));
    expect((await replay(tally.store, kinds, 'tally-ends', { version: 0 })).state).toEqual({
      total: 0,
      names: [],
    });
    expect((await replay(tally.store, kinds, 'tally-ends')).state).toEqual({ total: 7, names: [] });
  });

  test('refuses a version that is not there yet, and a stream that is not there at all', async () => {
    await tally.write('tally-short', tallied('Added', { amount: 1 }));
    await expect(replay(tally.store, kinds, 'tally-short', { version: 2 })).rejects.toMatchObject({
      code: 'version-beyond-end',
    });
    await expect(replay(tally.store, kinds, 'tally-none')).rejects.toBeInstanceOf(NotFound);
  });

  test('reads what an older schema wrote', async () => {
    await tally.write('tally-old', tallied('Added', { n: 4 }, past(0), { schemaVersion: 1 }));
    const { state, events } = await replay(tally.store, kinds, 'tally-old');
    expect(state).toMatchObject({ total: 4 });
    expect(events[0]).toMatchObject({ schemaVersion: 2, data: { amount: 4 } });
  });

  test('folds a stream of more than one page', async () => {
    const events = Array.from({ length: 1_201 }, () => tallied('Added', { amount: 1 }));
    for (let at = 0; at < events.length; at += 400)
      await tally.write('tally-long', ...events.slice(at, at + 400));
    const all = await replay(tally.store, kinds, 'tally-long', { limit: 10 });
    expect(all).toMatchObject({ counted: 1_201, state: { total: 1_201 } });
    expect(all.events).toHaveLength(10);
  });
});

describe('a replay by time', () => {
  test('as it was folds in the order of happening, late records in their place', async () => {
    const { second } = await withLateRecord('tally-was');
    const was = await replay(tally.store, kinds, 'tally-was', { at: second });
    expect(was.order).toBe('occurredAt');
    expect(was.state).toEqual({ total: 1, names: ['between', 'last'] });
    expect(was.events.map(({ version, late, outOfOrder }) => [version, late, outOfOrder])).toEqual([
      [1, true, false],
      [3, true, true],
      [2, true, false],
    ]);
    expect(was.events[1]!.delaySeconds).toBeGreaterThan(19 * 60);
  });

  test('as it was leaves out what happened later', async () => {
    const { between } = await withLateRecord('tally-later');
    const { state, leftOut } = await replay(tally.store, kinds, 'tally-later', { at: between });
    expect(state).toEqual({ total: 1, names: ['between'] });
    expect(leftOut).toMatchObject([{ version: 2, because: 'occurred-later' }]);
  });

  test('as it was known leaves out what was recorded later, and differs from how it was', async () => {
    const { knownAt } = await withLateRecord('tally-known');
    const known = await replay(tally.store, kinds, 'tally-known', { knownAt });
    expect(known).toMatchObject({
      order: 'version',
      counted: 2,
      leftOutCount: 1,
      state: { total: 1, names: ['last'] },
    });
    expect(known.leftOut).toMatchObject([{ version: 3, because: 'recorded-later' }]);
  });

  test('both together tell what was known then of how it had been', async () => {
    const { between, knownAt } = await withLateRecord('tally-both');
    const both = await replay(tally.store, kinds, 'tally-both', { at: between, knownAt });
    expect(both.state).toEqual({ total: 1, names: [] });
    expect(both.leftOut.map(({ version, because }) => [version, because])).toEqual([
      [2, 'occurred-later'],
      [3, 'recorded-later'],
    ]);
  });
});

describe('a stream of a category that nobody has published', () => {
  test('lists its events and what changed in their data, without a state', async () => {
    await tally.write('other-1', tallied('Seen', { a: 1 }), tallied('Seen', { a: 2, b: 3 }));
    const { category, state, events } = await replay(tally.store, kinds, 'other-1');
    expect([category, state]).toEqual([null, null]);
    expect(events[1]!.changes).toEqual([
      { op: 'replace', path: '/a', from: 1, to: 2 },
      { op: 'add', path: '/b', to: 3 },
    ]);
    await expect(accountOf(sources(), 'other-1', { language: 'zh' })).rejects.toMatchObject({
      code: 'no-account',
    });
  });
});

describe('the pages of a history', () => {
  test.each(['forward', 'backward'] as const)('%s hold every event once', async (direction) => {
    const stream = `tally-pages-${direction}`;
    await tally.write(
      stream,
      ...Array.from({ length: 7 }, (_, n) => tallied('Added', { amount: n })),
    );
    const seen: number[] = [];
    for (let after: number | undefined; ;) {
      const page = await historyPage(tally.store, kinds, stream, {
        direction,
        limit: 3,
        ...(after !== undefined && { after }),
      });
      seen.push(...page.items.map(({ version }) => version));
      if (page.next === null) break;
      after = page.next;
    }
    const forward = [1, 2, 3, 4, 5, 6, 7];
    expect(seen).toEqual(direction === 'forward' ? forward : forward.toReversed());
  });

  test('beyond the end are empty', async () => {
    await tally.write('tally-past-end', tallied('Added', { amount: 1 }));
    const page = await historyPage(tally.store, kinds, 'tally-past-end', { after: 5, limit: 3 });
    expect(page).toMatchObject({ version: 1, items: [], next: null });
  });
});

test('an account tells of the events up to the version that is asked for', async () => {
  await tally.write('tally-told', tallied('Added', { amount: 1 }), tallied('Named', { name: 'x' }));
  const account = await accountOf(sources(), 'tally-told', {
    language: 'en',
    version: 1,
  });
  expect(account).toMatchObject({ version: 2, language: 'en' });
  expect(accountText(account)).toBe('== The tally ==\n1. Added by 李伟\n');
  expect(accountText({ ...account, language: 'zh' })).toMatch(/^【The tally】\n/);
});

test('an account asks once for the names of all whom it mentions', async () => {
  await tally.write('tally-by-name', ...[1, 2, 3].map((amount) => tallied('Added', { amount })));
  const staff = tallyStaff();
  await accountOf(sources(staff), 'tally-by-name', { language: 'en' });
  expect(staff.asked).toEqual(['employee-li-wei']);
});

test('an account names people as today, and as they were known then where that is asked', async () => {
  const stream = 'tally-renamed';
  await tally.write(stream, tallied('Added', { amount: 1 }));
  const knownAt = (await tally.store.readStream(stream))[0]!.recordedAt;
  const renamed = new StatedContexts((_, at) => ({
    status: 'active',
    employee: 'li-wei',
    name: at === knownAt ? '李伟' : '李维',
  }));
  const linesFor = async (ask: object) =>
    (await accountOf(sources(renamed), stream, { language: 'en', ...ask })).lines.at(-1)!.text;
  expect(await linesFor({})).toBe('1. Added by 李维');
  expect(await linesFor({ version: 1 })).toBe('1. Added by 李维');
  expect(await linesFor({ at: new Date().toISOString() })).toBe('1. Added by 李维');
  expect(await linesFor({ knownAt })).toBe('1. Added by 李伟');
});

test('a replay lets others get their turn after every fifty steps', async () => {
  const events = Array.from({ length: 400 }, () => tallied('Added', { amount: 1 }));
  await tally.write('tally-long', ...events);
  let round = 0;
  let ended = false;
  const count = () => {
    round++;
    if (!ended) setImmediate(count);
  };
  setImmediate(count);
  const inRound = new Map<number, number>();
  for await (const _ of steps(tally.store, tallyKind, 'tally-long', { version: 400 }))
    inRound.set(round, (inRound.get(round) ?? 0) + 1);
  ended = true;
  expect(Math.max(...inRound.values())).toBeLessThanOrEqual(BREATHER);
});
