import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditorOf, Checks, Client } from '@app/scenario';
import { scenarioCalled } from './places.js';
import { passwordOf, played, type Played } from './testing/played.js';

let { scenario, server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, server, client, tally, close } = await played(scenarioCalled('maintenance')));
}, 120_000);

afterAll(() => close());

test('[B2, B3] a contract is drawn up, signed, kept and renewed as its days say', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
  expect(tally.rules).toContain('no-emergency-clause');
});

test('[B2, B3] the contract is told in both languages', async () => {
  const auditor = auditorOf(scenario);
  const english = new Client(server.url, 'en');
  await english.signIn(auditor, passwordOf(auditor));
  const path = '/streams/contract-HT-2026-ZJ/account';
  const told = await english.text(auditor, path);
  for (const words of [
    'without an emergency clause',
    'moved the round of 30 September 2026 of maintenance plan pump from 30 September 2026 to 28 September 2026',
    'was not done by 8 October 2026, and is carried over',
    'Ticket HT-2026-ZJ-alarm-20261001-1 was cancelled',
    'the rest waits for the working calendar of 2027',
  ])
    expect(told).toContain(words);
  const chinese = await client.text(auditor, path);
  expect(chinese).toContain('没有紧急条款');
  expect(chinese).toContain('双方均已签署，合同成立');
  expect(chinese).not.toMatch(/undefined/);
});
