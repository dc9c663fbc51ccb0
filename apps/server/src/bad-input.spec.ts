import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OutcomeBody } from '@app/http';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type SendOptions, type TestServer } from './testing/test-client.js';

let service: TestServer;
let hotline: string;
let customers: string;

beforeAll(async () => {
  service = await startTestServer();
  hotline = await service.token('hotline');
  customers = `${service.url}/api/v1/customers`;
}, 60_000);

afterAll(() => service?.stop());

const customer = { customer: 'C-1', name: '王芳', phone: '13800138000' };

const refused = (url: string, options: SendOptions) => refusedBy(service, url, options);

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

/** The customer's own fields, for a body that is written as text. */
const fields = JSON.stringify(customer).slice(1, -1);

describe('a field that cannot be used is named by its JSON pointer', () => {
  test.each<[string, object | string, string, string]>([
    ['an unknown field', { ...customer, 'vip/gold': true }, '/vip~1gold', 'unknown-field'],
    ['a field named __proto__', `{"__proto__":{"x":1},${fields}}`, '/__proto__', 'unknown-field'],
    [
      'a field named constructor',
      { ...customer, constructor: 'x' },
      '/constructor',
      'unknown-field',
    ],
    ['a field named prototype', { ...customer, prototype: {} }, '/prototype', 'unknown-field'],
    ['a number for a text', { ...customer, name: 7 }, '/name', 'not-a-text'],
    ['an object for a text', { ...customer, name: { $gt: '' } }, '/name', 'not-a-text'],
    ['null for a text', { ...customer, name: null }, '/name', 'not-a-text'],
    [
      'null for a field that may be left out',
      { ...customer, salutation: null },
      '/salutation',
      'not-one-of',
    ],
    ['a missing field', { customer: 'C-1', phone: '13800138000' }, '/name', 'required'],
    ['what is no phone number', { ...customer, phone: '110' }, '/phone', 'not-a-phone'],
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

describe('text that people really write is stored as it is, but for what turns it around', () => {
  test.each([
    ['quotes', `O'Brien "Bob" \\ ; DROP TABLE event_store.event; --`],
    ['emoji', '王芳 👩🏽‍🔧🏠'],
    ['right-to-left', 'عبد الله כהן\u200f'],
    ['turned around', '王芳\u202e（退款）\u2069', '王芳（退款）'],
    ['a markup lookalike', '<script>alert(1)</script>${7*7}'],
  ])('%s', async (kind, name, stored = name) => {
    const id = `C-text-${kind.replaceAll(' ', '-')}`;
    const { status } = await send<OutcomeBody>(customers, {
      token: hotline,
      body: { ...customer, customer: id, name },
    });
    expect(status).toBe(201);
    const [event] = await service.store.readStream(`customer-${id}`);
    expect(event?.data).toMatchObject({ name: stored });
  });
});
