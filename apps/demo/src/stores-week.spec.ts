import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Checks } from '@app/scenario';
import { STORES_WEEK } from './places.js';
import { played, type Played } from './testing/played.js';

let { scenario, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, client, tally, close } = await played(STORES_WEEK));
}, 120_000);

afterAll(() => close());

test('[B2] [R12] [R15] a week in the stores: spares reserved for others, a torque wrench overdue, the month’s report', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect([tally.refusalsMet, tally.refusalsExpected]).toEqual([6, 6]);
});

test('[B2] the books tell in words for whom spares were kept, until when, and what became of it', async () => {
  const told = await client.text('xu-jing', '/streams/stock-SPK-6W:main/account');
  for (const words of ['预留SPK-6W', 'renji', '出自预留', '到期', '更正收货单'])
    expect(told.replaceAll(' ', '')).toContain(words);
});

test('[R12] whoever kept the torque wrench too long answers for it', async () => {
  const { body } = await client.get('xu-jing', '/streams/tool-TOOL-501/events');
  const events = body['items'] as { type: string; data: object }[];
  expect(events.find(({ type }) => type === 'FindingRecorded')?.data).toMatchObject({
    code: 'tool-overdue',
    person: 'wang-lei',
  });
});
