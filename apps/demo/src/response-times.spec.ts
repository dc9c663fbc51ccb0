import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditorOf, Checks, Client } from '@app/scenario';
import { RESPONSE_TIMES } from './places.js';
import { played, passwordOf, type Played } from './testing/played.js';

let { scenario, server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, server, client, tally, close } = await played(RESPONSE_TIMES));
}, 120_000);

afterAll(() => close());

const by = () => auditorOf(scenario);
const events = async (ticket: string) => {
  const { body } = await client.get(by(), `/streams/ticket-${ticket}/events?limit=200`);
  return body['items'] as { type: string; actor: object; occurredAt: string; recordedAt: string }[];
};

test('[B2] one is met, one warned and met, one breached and corrected, one paused: as was expected', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
});

test('[B2] the clock itself noted the breach, and the log keeps it beside its correction', async () => {
  const all = await events('T-0306-03');
  const told = all.filter(({ type }) => /^Sla(Breached|Corrected)$/.test(type));
  expect(told.map(({ type }) => type)).toEqual(['SlaBreached', 'SlaCorrected']);
  expect(told[0]).toMatchObject({
    actor: { id: 'watch-response-times', role: 'process' },
    occurredAt: '2026-03-06T02:40:01.000Z',
  });
  expect(told[0]!.recordedAt < '2026-03-06T03:30').toBe(true);
});

test('[B2] the warning came of itself, at three quarters of the time', async () => {
  const warned = (await events('T-0306-02')).filter(({ type }) => type === 'SlaWarned');
  expect(warned).toMatchObject([{ occurredAt: '2026-03-06T02:00:00.000Z' }]);
});

test('a breach and its correction are told in both languages', async () => {
  const english = new Client(server.url, 'en');
  await english.signIn(by(), passwordOf(by()));
  const path = '/tickets/T-0306-03/account';
  expect(await client.text(by(), path)).toContain('更正');
  expect(await english.text(by(), path)).toContain('is corrected: by what was told of');
});
