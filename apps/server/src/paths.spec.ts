import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/** As it is published; `npm run docs:check` holds it against the code. */
const { paths } = JSON.parse(readFileSync('docs/reference/openapi.json', 'utf8')) as OpenAPIObject;

/** Each route once for each of its parameters. */
const routes = Object.entries(paths).flatMap(([path, item]) =>
  Object.keys(item).flatMap((method) =>
    [...path.matchAll(/\{\w+\}/g)].map(([name]) => [method.toUpperCase(), path, name] as const),
  ),
);

const GOOD: Readonly<Record<string, string>> = { '{date}': '2026-03-02' };

/** No id: the NUL, which the database does not store, alone and between letters; what is no letter; too long. */
const BAD = ['%00', 'a%00b', '%0A', '%F0%9F%A7%B0', '%2E%2E%2F', "'", 'x'.repeat(300)];

let service: TestServer;
let token: string;

beforeAll(async () => {
  service = await startTestServer();
  const roles = ['supervisor', 'operator', 'technician', 'sales'] as const;
  token = await service.token(...roles, 'general-manager');
}, 60_000);

afterAll(() => service?.stop());

test('there are routes with parameters', () => expect(routes.length).toBeGreaterThan(60));

describe.each(routes)('%s %s', (method, path, name) => {
  test(`refuses what is no ${name}`, async () => {
    for (const bad of BAD) {
      const filled = path
        .replace(name, bad)
        .replaceAll(/\{\w+\}/g, (other) => GOOD[other] ?? 'A-1');
      const sent = method === 'POST' && { body: {}, headers: { 'If-Match': '"1"' } };
      const options = { token, method, ...sent };
      const { status, body } = await send(service.url + filled, options);
      expect({ bad, fits: status === 400 || status === 404 }).toEqual({ bad, fits: true });
      expect(body).toMatchObject({ status, code: expect.any(String) });
    }
  });
});
