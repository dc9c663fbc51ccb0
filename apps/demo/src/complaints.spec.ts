import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditorOf, Checks, Client } from '@app/scenario';
import { scenarioCalled } from './places.js';
import { passwordOf, played, type Played } from './testing/played.js';

let { scenario, server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, server, client, tally, close } = await played(scenarioCalled('complaints')));
}, 120_000);

afterAll(() => close());

test('[R6] [R7] [R9] [N13] five complaints go from the first word to their answer', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
});

test('[R9] what was upheld is told in both languages', async () => {
  const auditor = auditorOf(scenario);
  const english = new Client(server.url, 'en');
  await english.signIn(auditor, passwordOf(auditor));
  const path = '/streams/complaint-TS-0922/account';
  const told = await english.text(auditor, path);
  expect(told).toContain('integrity (employee 王磊)');
  expect(told).toContain('under [D39]');
  const chinese = await client.text(auditor, path);
  expect(chinese).toContain('向客户道歉');
  expect(chinese).not.toMatch(/undefined/);
});
