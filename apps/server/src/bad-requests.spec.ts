import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { refusedBy } from './testing/refused.js';
import { startTestServer, type SendOptions, type TestServer } from './testing/test-client.js';

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

const refused = (url: string, options: SendOptions) => refusedBy(service, url, options);

describe('headers that cannot be understood are refused', () => {
  test.each([
    ['If-Match', '12', 'bad-if-match'],
    ['If-Match', 'W/"12"', 'bad-if-match'],
    ['If-Match', '"1", "2"', 'bad-if-match'],
    ['If-Match', '"0x1"', 'bad-if-match'],
    ['If-Match', '"01"', 'bad-if-match'],
    ['If-Match', '" 1"', 'bad-if-match'],
    ['If-Match', '"+1"', 'bad-if-match'],
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
  test.each<[string, string, number, string]>([
    ['a route', 'GET /api/v1/nothing', 404, 'no-such-route'],
    ['a route beside the API', 'GET /', 404, 'no-such-route'],
    ['a page', 'GET /index.html', 404, 'no-such-route'],
    ['a path beside the API that cannot be decoded', 'GET /%FF', 404, 'no-such-route'],
    ['a method', 'DELETE /api/v1/customers/C-1', 405, 'method-not-allowed'],
    ['a method beside the API', 'POST /health/live', 405, 'method-not-allowed'],
    ['a method that HTTP knows', 'PROPFIND /', 404, 'no-such-route'],
    ['an article', 'GET /api/v1/policy/articles/V99', 404, 'unknown-article'],
    ['a ticket', 'POST /api/v1/tickets/T-none/close-ticket', 404, 'unknown-ticket'],
    ['a path that cannot be decoded', 'GET /api/v1/customers/%FF', 400, 'malformed-path'],
  ])('%s', async (_, route, status, code) => {
    const [method, path] = route.split(' ') as [string, string];
    const answer = await refused(service.url + path, {
      token: hotline,
      method,
      ...(method === 'POST' && { body: {} }),
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).not.toBe(answer.body.title);
  });

  test('a body that is not compressed as it says is told so', async () => {
    const answer = await refused(customers, {
      token: hotline,
      body: customer,
      headers: { 'Content-Encoding': 'gzip', 'Accept-Language': 'en' },
    });
    expect(answer.body).toMatchObject({
      status: 400,
      title: 'Bad request',
      code: 'malformed-compression',
      detail: 'the body cannot be decompressed as its content encoding says',
    });
  });

  test.each([
    ['PUT /api/v1/customers', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE /health/live', 'GET, HEAD, OPTIONS'],
    ['DELETE /api/v1/tickets', 'GET, HEAD, OPTIONS, POST'],
  ])('%s is told which methods there are', async (route, allow) => {
    const [method, path] = route.split(' ') as [string, string];
    const answer = await refused(service.url + path, { token: hotline, method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
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
