import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countIsNotSpoiled } from '@app/inventory/src/domain/stock/rules/count-is-not-spoiled.js';
import { costlyLinesAreCountedTwice } from '@app/inventory/src/domain/stocktake/rules/costly-lines-are-counted-twice.js';
import { counterDoesNotApprove } from '@app/inventory/src/domain/stocktake/rules/counter-does-not-approve.js';
import { everyLineIsCounted } from '@app/inventory/src/domain/stocktake/rules/every-line-is-counted.js';
import { auditorOf, Checks, Client, Player } from '@app/scenario';
import { scenarioCalled } from './places.js';
import { passwordOf, played, type Played } from './testing/played.js';

let { scenario, server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, server, client, tally, close } = await played(scenarioCalled('stocktake')));
}, 300_000);

afterAll(() => close());

const by = () => auditorOf(scenario);
const eventsOf = async (stream: string) => {
  const { body } = await client.get(by(), `/streams/${stream}/events?limit=200`);
  return body['items'] as { type: string; data: Record<string, unknown> }[];
};

test('[R16] the Saturday goes as it was told: blind, counted twice, recounted, approved and booked', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
  const adjusted = (await eventsOf('stock-PART-CAM:main')).filter(
    ({ type }) => type === 'StockAdjusted',
  );
  expect(adjusted.map(({ data }) => data)).toMatchObject([
    { counted: 8, book: 9, quantity: -1, value: '-260.00' },
  ]);
});

test('[R16] every rule of a stocktake is broken on that day, or missed after it', async () => {
  const rules = [
    everyLineIsCounted,
    costlyLinesAreCountedTwice,
    countIsNotSpoiled,
    counterDoesNotApprove,
  ].map(({ article, code }) => `${article}/${code}`);
  const refused = scenario.tickets.flatMap(({ steps }) =>
    steps.flatMap((step) => step.refused ?? []),
  );
  expect(refused).toEqual(expect.arrayContaining(rules));
  const missed = await eventsOf('counting-location:main');
  expect(missed.map(({ type }) => type)).toEqual([
    'CountCompleted',
    'CountPartCompleted',
    'CountMissed',
    'FindingRecorded',
  ]);
});

test('[R15] the report of March shows what the count adjusted in a column of its own', async () => {
  const report = '/stock-report?from=2026-03-01&until=2026-03-31&place=main&sku=PART-CAP35';
  const { body } = await client.get(by(), report);
  expect(body['rows']).toMatchObject([
    {
      in: { received: { quantity: '10', value: '120.00' } },
      out: { issued: { quantity: '1', value: '12.00' } },
      adjusted: { quantity: '-1', value: '-12.00' },
      closing: { quantity: '8', value: '96.00' },
    },
  ]);
});

test('[R16] the stocktake and the books are told in both languages', async () => {
  const english = new Client(server.url, 'en');
  await english.signIn(by(), passwordOf(by()));
  const path = '/streams/stocktake-ST-0307/account';
  const told = [await client.text(by(), path), await english.text(by(), path)];
  for (const words of ['孙红要求重新盘点', '其中 1 项须两人分别盘点', '马国强审批盘点，调整 4 项'])
    expect(told[0]).toContain(words);
  expect(told[1]).toContain('approved the stocktake, which adjusts 4 lines, 3 of them unexplained');
  const books = '/streams/stock-PART-CAP35:main/account';
  expect(await client.text(by(), books)).toContain('实盘数不变，差异改记');
  expect(await english.text(by(), books)).toContain('the count stands');
});

test('[R16] as it was known at noon two were missing; what is known now explains one of them', async () => {
  const replay = async (query: string) => {
    const { body } = await client.get(by(), `/streams/stock-PART-CAP35:main/replay?${query}`);
    return (body['state'] as { thousandths: number }).thousandths;
  };
  expect(await replay('knownAt=2026-03-07T04:00:00.000Z')).toBe(8000);
  expect(await replay('at=2026-03-07T00:00:00.000Z')).toBe(9000);
});

test('the Saturday changes nothing when it is played again', async () => {
  const checks = new Checks(client, scenario, tally);
  const head = await checks.head();
  // What was refused on the way is refused otherwise by now, and leaves no more trace than before.
  await new Player(client, scenario).play();
  expect(await checks.head()).toBe(head);
});
