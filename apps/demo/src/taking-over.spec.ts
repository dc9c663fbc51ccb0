import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@app/scenario';
import { scenarioCalled } from './places.js';
import { passwordOf, played, type Played } from './testing/played.js';

let { server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ server, client, tally, close } = await played(scenarioCalled('taking-over')));
}, 300_000);

afterAll(() => close());

test('[D44] what was judged on paper is taken over and counts with what is judged here', () => {
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
});

test('[D8] the reason names the paper in both languages, and so does the account', async () => {
  const { body } = await client.get('ma-guoqiang', '/standings/he-ying/2026');
  const why = body['why'] as { zh: string; en: string }[];
  expect(why.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('录自纸面（期初第 1 笔'));
  expect(why.map(({ en }) => en)).toContainEqual(expect.stringContaining('opening entry 1'));
  const path = '/streams/standing-he-ying:2026/account';
  const english = new Client(server.url, 'en');
  await english.signIn('xu-jing', passwordOf('xu-jing'));
  expect(await client.text('xu-jing', path)).toContain('期初录入 1，2026-02-06 在纸面上决定');
  expect(await english.text('xu-jing', path)).toContain('opening entry 1, decided on paper');
});

test('[D44] it can be replayed: before the approval nothing counted, and no past year was evaluated', async () => {
  const path = '/streams/standing-he-ying:2026/replay';
  const before = await client.get('xu-jing', `${path}?version=1`);
  expect(before.body).toMatchObject({ state: { cases: [], openings: [{ status: 'entered' }] } });
  const after = await client.get('xu-jing', `${path}?version=4`);
  expect(after.body).toMatchObject({
    state: { cases: [{ fromPaper: { entry: 1 } }, { fromPaper: { entry: 1 } }] },
  });
  const { body } = await client.get('xu-jing', '/streams/standing-he-ying:2026/events?limit=200');
  const evaluated = (body['items'] as { type: string; data: { period?: string } }[])
    .filter(({ type }) => type === 'PeriodEvaluated')
    .map(({ data }) => data.period!);
  expect(evaluated.length).toBeGreaterThan(0);
  expect(evaluated.filter((period) => period < '2026-07')).toEqual(['2026']);
});
