import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Checks } from '@app/scenario';
import { pieceIsInOnePlace } from '@app/inventory/src/domain/piece/rules/piece-is-in-one-place.js';
import { STORES_WEEK } from './places.js';
import { played, type Played } from './testing/played.js';

let { scenario, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, client, tally, close } = await played(STORES_WEEK));
}, 300_000);

afterAll(() => close());

test('[B2] [R12] [R15] a week in the stores: spares reserved for others, a torque wrench overdue, the month’s report', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect([tally.refusalsMet, tally.refusalsExpected]).toEqual([25, 25]);
});

test('[B2] the books tell in words for whom spares were kept, until when, and what became of it', async () => {
  const told = await client.text('xu-jing', '/streams/stock-SPK-6W:main/account');
  for (const words of ['预留SPK-6W', 'renji', '出自预留', '到期', '更正收货单'])
    expect(told.replaceAll(' ', '')).toContain(words);
});

test('[B2] the owner of a system is to be offered a contract, sixty days before its warranty ends', async () => {
  const { body } = await client.get('wu-ting', '/contract-proposals');
  expect(body['items']).toMatchObject([
    {
      ...{ unit: 'RJ-PA', customer: 'renji', warrantyUntil: '2026-05-09' },
      proposedAt: '2026-03-09T16:00:00.000Z',
    },
  ]);
});

test('[R12] whoever kept the torque wrench too long answers for it', async () => {
  const { body } = await client.get('xu-jing', '/streams/tool-TOOL-501/events');
  const events = body['items'] as { type: string; data: object }[];
  expect(events.find(({ type }) => type === 'FindingRecorded')?.data).toMatchObject({
    code: 'tool-overdue',
    person: 'wang-lei',
  });
});

test('[R12] a piece tells its whole way, who has it, and who has looked for it elsewhere', async () => {
  const { article, code } = pieceIsInOnePlace;
  const refused = scenario.tickets.flatMap(({ steps }) =>
    steps.flatMap((each) => each.refused ?? []),
  );
  expect(refused).toContain(`${article}/${code}`);
  const told = await client.text('xu-jing', '/streams/piece-AMP-240:AMP-001/account');
  for (const words of ['收货入库', '批准盘点ST-0312', 'chen-gang手中发出', '转交并确认收到'])
    expect(told.replaceAll(' ', '')).toContain(words);
});

test('[D15] goods that were listed as slow-moving were cleared in time, and whoever sold them has a case to be judged', async () => {
  const told = await client.text('xu-jing', '/streams/listing-MIC-OLD/account');
  for (const words of ['列为滞销品', '停产型号', '于期限内出清'])
    expect(told.replaceAll(' ', '')).toContain(words);
});

test('[R12] the books tell of which lots goods were, and the tickets which they were for', async () => {
  const told = await client.text('xu-jing', '/streams/stock-SEAL-310:main/account');
  for (const words of [
    '批号J-2601×4、J-2603×1',
    '用于工单T-0313-12',
    '批号J-2502×2',
    '批准盘点ST-0313',
  ])
    expect(told.replaceAll(' ', '')).toContain(words);
});
