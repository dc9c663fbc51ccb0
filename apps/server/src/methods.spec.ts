import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@app/http';
import { startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
}, 60_000);

afterAll(() => service?.stop());

/** Asks with a method that `fetch` does not send. */
async function ask(method: string, path: string) {
  const asked = request(service.url + path, { method }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** Sends bytes as they are; answers with all that comes back until the server hangs up. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

const TICKETS = 'GET, HEAD, OPTIONS, POST';

describe('a method that no route has', () => {
  test.each([
    ['TRACE', '/api/v1/tickets', 405, TICKETS],
    ['TRACE', '/health/live', 405, 'GET, HEAD, OPTIONS'],
    ['TRACE', '/', 404, undefined],
    ['PROPFIND', '/api/v1/tickets', 405, TICKETS],
    ['OPTIONS', '/', 404, undefined],
    ['OPTIONS', '/api/v1/nothing', 404, undefined],
  ])('%s %s is refused with a problem', async (method, path, status, allow) => {
    const { headers, body, ...answer } = await ask(method, path);
    expect([answer.status, headers.allow]).toEqual([status, allow]);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({ status });
  });
});

describe('OPTIONS', () => {
  test.each([
    ['/api/v1/tickets', TICKETS],
    ['/api/v1/tickets/T-1/depart', 'OPTIONS, POST'],
    ['/metrics', 'GET, HEAD, OPTIONS'],
  ])('%s is told what there is', async (path, allow) => {
    const { status, headers, body } = await ask('OPTIONS', path);
    expect([status, headers.allow, body]).toEqual([204, allow, '']);
  });
});

test('HEAD is answered as GET is, without the body', async () => {
  const [head, get] = [await ask('HEAD', '/health/live'), await ask('GET', '/health/live')];
  expect([head.status, head.body]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
});

describe('what is no HTTP is refused with a problem too', () => {
  test.each([
    ['a method that nobody knows', 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', 501, 'unknown-method'],
    [
      'an expectation that nobody knows',
      'GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: x\r\n\r\n',
      417,
      'expectation-unknown',
    ],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n', 400, 'malformed-http'],
    [
      'headers without an end',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('%s', async (_, bytes, status, code) => {
    const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('Content-Type: application/problem+json');
    const problem = JSON.parse(body) as Problem;
    expect(problem).toMatchObject({
      status,
      code,
      detail: expect.stringMatching(/\p{Script=Han}/u),
    });
  });
});
