import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from './testing/test-client.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
}, 60_000);
afterAll(() => service?.stop());

const look = (accept: string, method = 'GET') =>
  fetch(`${service.url}/`, { method, headers: { Accept: accept } });

test('a person who looks at the address is shown the way, in both languages', async () => {
  const answer = await look(BROWSER);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const page = await answer.text();
  expect(page).toContain('售后服务中心');
  expect(page).toContain('Service centre');
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, path]) => path!);
  expect(links).toHaveLength(2);
  for (const path of links) expect((await fetch(service.url + path)).status).toBe(200);
});

test('a program is told that nothing is there', async () => {
  for (const answer of [
    await look('*/*'),
    await look('application/json'),
    await look(BROWSER, 'POST'),
  ]) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
});
