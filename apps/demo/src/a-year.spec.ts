import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { document2 } from '@app/standings/src/domain/edition/document-2.js';
import { Client } from '@app/scenario';
import { A_YEAR } from './places.js';
import { passwordOf, played, type Played } from './testing/played.js';

let { scenario, server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, server, client, tally, close } = await played(A_YEAR));
}, 300_000);

afterAll(() => close());

test('[D8] a year goes as it was written: a dismissal by conversion, an appeal that succeeds, a new edition', () => {
  expect(tally.failures).toEqual([]);
  expect([tally.refusalsMet, tally.refusalsExpected]).toEqual([11, 11]);
});

test('every article from D9 to D40 is applied at least once', async () => {
  const cases = await client.list('ma-guoqiang', '/discipline-cases?year=2026');
  const applied = new Set(
    cases.filter(({ appealUntil }) => appealUntil !== null).map(({ article }) => article),
  );
  const articles = [...new Set(document2.clauses.map(({ article }) => article))];
  expect(articles.filter((article) => !applied.has(article))).toEqual([]);
});

test('[D8] why it was three major demerits is told in both languages', async () => {
  const { body } = await client.get('ma-guoqiang', '/standings/song-jia/2026');
  const why = (body['why'] as { zh: string; en: string }[])[0]!;
  expect(why.zh).toContain('第 2、3、4 案的 3 次记过折为一次记大过');
  expect(why.en).toContain('the 3 demerits of cases 2, 3, 4, which make one major demerit');
  const path = '/streams/standing-song-jia:2026/account';
  const english = new Client(server.url, 'en');
  await english.signIn('xu-jing', passwordOf('xu-jing'));
  expect(await client.text('xu-jing', path)).toContain('由第 1、2、3、4、5 案引起');
  expect(await english.text('xu-jing', path)).toContain('brought about by cases 1, 2, 3, 4, 5');
});

test('[R13] a figure that is corrected after its evaluation is told with what it replaces', async () => {
  const path = '/streams/standing-shen-yue:2026/account';
  const english = new Client(server.url, 'en');
  await english.signIn('xu-jing', passwordOf('xu-jing'));
  expect(await client.text('xu-jing', path)).toContain('，更正第 1 案');
  const told = await english.text('xu-jing', path);
  expect(told).toContain('D24.half-year holds (2026-H1 360000.00/600000.00)');
  expect(told).toContain('D24.half-year does not hold (2026-H1 420000.00/600000.00)');
  expect(told).toContain('which corrects case 1');
});

test('[D8] the year can be replayed: before the appeal it had a demerit, after it none', async () => {
  const path = '/streams/standing-jiang-nan:2026/replay';
  // Months are evaluated in their own time: the case's events stand among theirs.
  const { body } = await client.get('xu-jing', '/streams/standing-jiang-nan:2026/events');
  const all = body['items'] as { type: string; version: number; data: { case?: number } }[];
  const versionOf = (type: string) =>
    all.find((each) => each.type === type && each.data.case === 1)!.version;
  const before = await client.get('xu-jing', `${path}?version=${versionOf('ActProposed')}`);
  expect(before.body).toMatchObject({ state: { cases: [{ status: 'proposed' }] } });
  const after = await client.get('xu-jing', `${path}?version=${versionOf('ActRevoked')}`);
  expect(after.body).toMatchObject({ state: { cases: [{ status: 'revoked', points: -3 }] } });
  expect(scenario.stories!.length).toBeGreaterThan(30);
});
