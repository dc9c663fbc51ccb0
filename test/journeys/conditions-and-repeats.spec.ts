import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutcomeBody, Problem } from '@app/http';
import { Centre } from './centre/centre.js';
import { call } from './centre/good-day.js';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
}, 60_000);

afterAll(() => centre?.close());

const analysis = { symptom: '不制冷', suspectedCause: '电容老化', parts: [], tools: [] };
const analyse = (ticket: string, headers: Record<string, string>, body: object = analysis) =>
  centre.tell('dispatcher', `tickets/${ticket}/analyse-fault`, body, headers);
const events = async (ticket: string) =>
  (await centre.service.store.readStream(`ticket-${ticket}`)).length;

test('two people who both saw version 3 do not write over each other', async () => {
  const { position } = await centre.done('hotline', 'tickets', call('T-seen'));
  const path = `tickets/T-seen?minPosition=${position}`;
  const detail = await centre.send('dispatcher', path, { method: 'GET' });
  const etag = detail.headers.get('etag')!;
  expect(etag).toBe('"3"');

  const first = await analyse('T-seen', { 'If-Match': etag });
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"4"']);
  const second = await analyse('T-seen', { 'If-Match': etag });
  expect([second.status, second.body.code]).toEqual([412, 'stale-version']);
  expect(second.headers.get('etag')).toBe('"4"');
  expect(await events('T-seen')).toBe(4);

  const again = await analyse('T-seen', { 'If-Match': second.headers.get('etag')! });
  expect([again.status, again.body.version]).toEqual([200, 5]);
});

test('of twenty who demand the same version at the same moment, one is let through', async () => {
  await centre.done('hotline', 'tickets', call('T-rush'));
  const rush = Array.from({ length: 20 }, () => analyse('T-rush', { 'If-Match': '"3"' }));
  const statuses = (await Promise.all(rush)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
  expect(await events('T-rush')).toBe(4);
});

test('a command sent again under its key is answered as the first time, and stored once', async () => {
  const headers = { 'Idempotency-Key': 'call-of-mrs-sun' };
  const { ticket: _, ...unnumbered } = call('');
  const first = await centre.tell('hotline', 'tickets', unnumbered, headers);
  const again = await centre.tell('hotline', 'tickets', unnumbered, headers);
  expect(first.status).toBe(201);
  expect(again).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
  expect(await events(first.body.stream.replace('ticket-', ''))).toBe(3);
});

test('a key at the same moment twenty times is one command, for whoever answers', async () => {
  await centre.done('hotline', 'tickets', call('T-storm'));
  const storm = Array.from({ length: 20 }, () =>
    analyse('T-storm', { 'Idempotency-Key': 'storm' }),
  );
  const bodies = (await Promise.all(storm)).map(({ body }) => body);
  expect(bodies.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(new Set(bodies.map(({ version, position }) => `${version} ${position}`)).size).toBe(1);
  expect(await events('T-storm')).toBe(4);
});

test('a repeat is still a repeat when the version that it demanded is long past', async () => {
  await centre.done('hotline', 'tickets', call('T-lost'));
  const headers = { 'If-Match': '"3"', 'Idempotency-Key': 'answer-was-lost' };
  const first = await analyse('T-lost', headers);
  await analyse('T-lost', {});
  const again = await analyse('T-lost', headers);
  expect([again.status, again.body]).toEqual([200, { ...first.body, repeated: true }]);
});

test('a key that was used is refused with other data', async () => {
  await centre.done('hotline', 'tickets', call('T-key'));
  const headers = { 'Idempotency-Key': 'used-with-other-data' };
  expect((await analyse('T-key', headers)).status).toBe(200);
  const before = await events('T-key');
  const reused = await analyse('T-key', headers, { ...analysis, symptom: '漏水' });
  expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
  expect(await events('T-key')).toBe(before);
});

test('a key that was used is refused on another ticket, by a store that knows its ids on all streams', async () => {
  await centre.done('hotline', 'tickets', call('T-first'));
  await centre.done('hotline', 'tickets', call('T-other'));
  const headers = { 'Idempotency-Key': 'used-on-another' };
  expect((await analyse('T-first', headers)).status).toBe(200);
  const before = await events('T-other');
  const reused = await analyse('T-other', headers);
  // A store that knows them within a stream only takes it for what it is: a command of its own.
  const { idempotentAny } = centre.service.store.capabilities;
  const answer = idempotentAny ? [422, 'idempotency-key-reused'] : [200, undefined];
  expect([reused.status, reused.body.code]).toEqual(answer);
  expect(await events('T-other')).toBe(idempotentAny ? before : before + 1);
});

test('a key that was used for one command is refused for another', async () => {
  const headers = { 'Idempotency-Key': 'one-key' };
  await centre.done('hotline', 'tickets', call('T-one'));
  await centre.done('dispatcher', 'tickets/T-one/review-customer-file', {}, headers);
  const other = await centre.tell<OutcomeBody & Problem>(
    'dispatcher',
    'tickets/T-one/resolve-ticket',
    { summary: '电话指导解决' },
    headers,
  );
  expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
});
