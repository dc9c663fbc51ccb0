import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { PostgresEventStore } from '@app/event-store/postgres/postgres-event-store.js';
import type { OutcomeBody } from '@app/http';
import { send, startTestServer, type SendOptions, type TestServer } from './testing/test-client.js';

let service: TestServer;
let hotline: string;
let customers: string;

beforeAll(async () => {
  service = await startTestServer();
  [hotline] = await Promise.all([service.token('hotline'), service.token('auditor')]);
  customers = `${service.url}/api/v1/customers`;
}, 60_000);

afterAll(() => service?.stop());

const customer = { customer: 'C-1', name: '王芳', phone: '13800138000' };

/** Sends it, and proves that the log has not grown. */
async function refused(url: string, options: SendOptions) {
  const store = service.server.app.get(PostgresEventStore);
  const before = await store.head();
  const answer = await send(url, options);
  expect(await store.head()).toBe(before);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    status: answer.status,
    type: `urn:service-centre:problem:${answer.body.code}`,
  });
  expect(answer.body.instance).toBe(
    `urn:service-centre:request:${answer.headers.get('x-request-id')}`,
  );
  return answer;
}

describe('a body that cannot be used is refused with a problem, and nothing is stored', () => {
  test.each<[string, number, string, SendOptions]>([
    ['malformed JSON', 400, 'malformed-json', { body: '{"customer": "C-1",' }],
    ['JSON that is no object', 400, 'invalid-input', { body: '[]' }],
    ['a bare number', 400, 'malformed-json', { body: '7' }],
    ['no body at all', 400, 'invalid-input', {}],
    [
      'bytes that are no UTF-8',
      400,
      'malformed-json',
      { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) },
    ],
    [
      'lists nested ten thousand deep',
      400,
      'malformed-json',
      { body: '['.repeat(10_000) + ']'.repeat(10_000) },
    ],
    [
      'ten megabytes',
      413,
      'body-too-large',
      { body: { ...customer, name: 'x'.repeat(10 * 1024 * 1024) } },
    ],
    [
      'another charset',
      415,
      'unsupported-charset',
      { body: '{}', headers: { 'Content-Type': 'application/json; charset=gbk' } },
    ],
    [
      'another media type',
      415,
      'unsupported-media-type',
      { body: 'customer=C-1', headers: { 'Content-Type': 'text/plain' } },
    ],
    [
      'an unknown compression',
      415,
      'unsupported-encoding',
      { body: '{}', headers: { 'Content-Encoding': 'lzw' } },
    ],
  ])('%s: %i %s', async (_, status, code, options) => {
    const answer = await refused(customers, { token: hotline, ...options });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('a field that cannot be used is named by its JSON pointer', () => {
  test.each<[string, object, string, string]>([
    ['an unknown field', { ...customer, 'vip/gold': true }, '/vip~1gold', 'unknown-field'],
    ['a number for a text', { ...customer, name: 7 }, '/name', 'not-a-text'],
    ['an object for a text', { ...customer, name: { $gt: '' } }, '/name', 'not-a-text'],
    ['null for a text', { ...customer, name: null }, '/name', 'not-a-text'],
    [
      'null for a field that may be left out',
      { ...customer, salutation: null },
      '/salutation',
      'not-one-of',
    ],
    ['a missing field', { customer: 'C-1', phone: '1' }, '/name', 'required'],
    ['a word that is no choice', { ...customer, salutation: 'king' }, '/salutation', 'not-one-of'],
    ['NUL', { ...customer, name: 'a\u0000b' }, '/name', 'control-character'],
    ['half a surrogate pair', { ...customer, name: 'a\ud800' }, '/name', 'control-character'],
    ['spaces only', { ...customer, name: '   ' }, '/name', 'blank'],
    ['a text that is too long', { ...customer, name: '长'.repeat(101) }, '/name', 'length'],
    ['an id with a slash', { ...customer, customer: 'C/1' }, '/customer', 'not-an-id'],
    [
      'a time without a zone',
      { ...customer, occurredAt: '2026-03-02T09:00:00' },
      '/occurredAt',
      'not-an-instant',
    ],
    [
      '30 February',
      { ...customer, occurredAt: '2026-02-30T09:00:00Z' },
      '/occurredAt',
      'not-an-instant',
    ],
    [
      'a clock ahead by three minutes',
      { ...customer, occurredAt: new Date(Date.now() + 180_000).toISOString() },
      '/occurredAt',
      'clock-ahead',
    ],
  ])('%s', async (_, body, pointer, code) => {
    const answer = await refused(customers, { token: hotline, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code, in: 'body' })]);
  });

  test('all at once, each with what is wrong, in the language that was asked for', async () => {
    const body = { customer: '', name: 1, colour: 'red' };
    const en = await refused(customers, {
      token: hotline,
      body,
      headers: { 'Accept-Language': 'en-GB' },
    });
    expect(en.body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/colour',
      '/customer',
      '/name',
      '/phone',
    ]);
    expect(en.body.errors?.find(({ pointer }) => pointer === '/colour')?.detail).toBe(
      'colour is not a known field',
    );
    const zh = await refused(customers, { token: hotline, body });
    expect(zh.body.errors?.find(({ pointer }) => pointer === '/phone')?.detail).toBe(
      'phone：缺少此字段',
    );
    expect(zh.body.title).toBe('请求有误');
  });
});

describe('text that people really write is stored as it is', () => {
  test.each([
    ['quotes', `O'Brien "Bob" \\ ; DROP TABLE event_store.event; --`],
    ['emoji', '王芳 👩🏽‍🔧🏠'],
    ['right-to-left', 'عبد الله \u202eכהן\u202c'],
    ['a markup lookalike', '<script>alert(1)</script>${7*7}'],
  ])('%s', async (kind, name) => {
    const id = `C-text-${kind.replaceAll(' ', '-')}`;
    const { status } = await send<OutcomeBody>(customers, {
      token: hotline,
      body: { ...customer, customer: id, name },
    });
    expect(status).toBe(201);
    const [event] = await service.server.app.get(PostgresEventStore).readStream(`customer-${id}`);
    expect(event?.data).toMatchObject({ name });
  });
});

describe('headers that cannot be understood are refused', () => {
  test.each([
    ['If-Match', '12', 'bad-if-match'],
    ['If-Match', 'W/"12"', 'bad-if-match'],
    ['If-Match', '"1", "2"', 'bad-if-match'],
    ['Idempotency-Key', 'two words', 'bad-idempotency-key'],
    ['Idempotency-Key', 'k'.repeat(201), 'bad-idempotency-key'],
    ['On-Behalf-Of', 'E 1', 'bad-on-behalf-of'],
  ])('%s: %s', async (header, value, code) => {
    const answer = await refused(customers, {
      token: hotline,
      body: customer,
      headers: { [header]: value },
    });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
      400,
      code,
      `/${header}`,
    ]);
  });
});

describe('what does not exist is refused', () => {
  test.each<[string, string, string, number, string]>([
    ['a route', 'GET', '/api/v1/nothing', 404, 'no-such-route'],
    ['a method', 'DELETE', '/api/v1/customers/C-1', 405, 'method-not-allowed'],
    ['an article', 'GET', '/api/v1/policy/articles/V99', 404, 'unknown-article'],
    ['a ticket', 'POST', '/api/v1/tickets/T-none/close-ticket', 404, 'ticket-not-found'],
    ['a path that cannot be decoded', 'GET', '/api/v1/customers/%FF', 400, 'malformed-path'],
  ])('%s', async (_, method, path, status, code) => {
    const answer = await refused(service.url + path, {
      token: hotline,
      method,
      ...(method === 'POST' && { body: {} }),
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('a wrong method is told which ones there are', async () => {
    const answer = await refused(customers, { token: hotline, method: 'PUT', body: {} });
    expect(answer.headers.get('allow')).toBe('POST');
  });
});

describe('a token that does not count is refused', () => {
  const claims = () =>
    new SignJWT({ pwd: 0 })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('service-centre')
      .setAudience('service-centre-api')
      .setSubject('operator');

  test.each<[string, () => Promise<string>, string]>([
    ['a word', async () => 'nonsense', 'token-invalid'],
    [
      'one that is signed by somebody else',
      () => claims().setExpirationTime('1h').sign(randomBytes(32)),
      'token-invalid',
    ],
    [
      'one whose signature was cut off',
      async () => `${hotline.split('.').slice(0, 2).join('.')}.`,
      'token-invalid',
    ],
    [
      'one that claims to need no signature',
      async () =>
        [{ alg: 'none' }, { sub: 'operator' }]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.') + '.',
      'token-invalid',
    ],
  ])('%s', async (_, token, code) => {
    const answer = await refused(customers, { token: await token(), body: customer });
    expect([answer.status, answer.body.code]).toEqual([401, code]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('none at all', async () => {
    const answer = await refused(customers, { body: customer });
    expect([answer.status, answer.body.code]).toEqual([401, 'token-missing']);
  });

  test('one of a role that may not do it', async () => {
    const answer = await refused(customers, {
      token: await service.token('auditor'),
      body: customer,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'role-may-not']);
  });
});
