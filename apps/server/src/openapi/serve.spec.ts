import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { startTestServer, type TestServer } from '../testing/test-client.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
}, 60_000);

afterAll(() => service?.stop());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/api/v1/${path}`, { headers });

test('the description says the same as JSON and as YAML', async () => {
  const json = (await (await ask('openapi.json')).json()) as object;
  expect(parse(await (await ask('docs-yaml')).text())).toEqual(json);
});

test.each(['openapi.json', 'docs-yaml'])('%s is not sent again to who has it', async (path) => {
  const first = await ask(path);
  const tag = first.headers.get('etag')!;
  expect(first.status).toBe(200);
  expect((await first.arrayBuffer()).byteLength).toBe(Number(first.headers.get('content-length')));
  const again = await ask(path, { 'If-None-Match': tag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await ask(path, { 'If-None-Match': '"another"' })).status).toBe(200);
});

test('of a thousand requests sent ahead on one connection nine are answered', async () => {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  socket.write('GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1000));
  const answers = await text(socket);
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(9);
  expect(answers.match(/^Connection: close/gm)).toHaveLength(1);
});
