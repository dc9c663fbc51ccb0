import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditorOf, Checks } from '@app/scenario';
import { WORKING_DAYS } from './places.js';
import { played, type Played } from './testing/played.js';

let { scenario, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, client, tally, close } = await played(WORKING_DAYS));
}, 120_000);

afterAll(() => close());

test('[B2] terms in working hours stand still over a holiday, and run on a make-up working day', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
});

test('[V19] nobody calls on a day off where the customer rests on them', () => {
  expect(tally.rules).toContain('within-quiet-hours');
});

test('[B2] the hours and the calendar that judge are told, and shown with the clock', async () => {
  const by = auditorOf(scenario);
  const told = await client.text(by, '/tickets/T-0430-01/account');
  expect(told).toContain('只计服务时段（周一至周五 08:30–12:00、周一至周五 13:30–17:30）');
  expect(told).toContain('按工作日历 2026 年第 1 版');
  const { body } = await client.get(by, '/tickets/T-0508-01');
  expect(body['deadlines']).toMatchObject({
    response: { terms: 'HT-2026-JB', working: { years: [{ year: '2026', edition: 1 }] } },
  });
});
