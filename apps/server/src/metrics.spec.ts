import { METHODS, request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { Gauge, Registry } from 'prom-client';
import { HttpMetrics } from './observation/http-metrics.js';
import { MetricsController } from './observation/metrics.controller.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/** Of a route, whatever is sent to it: it ends in a few classes of status. */
const MOST_OF_A_ROUTE = 6;

/** Of all that is neither a route nor declared. */
const MOST_BESIDE = 80;

/** Of each projection, and of each process. */
const MOST_OF_A_FOLLOWER = 8;

const STATUSES = [200, 201, 204, 304, 400, 401, 403, 404, 409, 412, 422, 428, 429, 500, 503];

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
}, 60_000);
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => service?.stop());

const seriesOf = (text: string) => text.split('\n').filter((line) => /^[a-z]/.test(line));

/** Each label of the series with all the values that it takes. */
function labelsOf(series: readonly string[]): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const [, label, value] of series.join('\n').matchAll(/[{,]([a-z]+)="([^"]*)"/g))
    labels.set(label!, (labels.get(label!) ?? new Set()).add(value!));
  return labels;
}

/** The figures as they are now, not as they were told a second ago. */
const figures = async () => {
  const { Registry } = await loadServerCode();
  return service.server.app.get(Registry).metrics();
};

/** Everything that can be got wrong about a path, by nobody and by somebody. */
async function wander(round: string): Promise<void> {
  const token = await service.token('hotline');
  const auth = { token, headers: { 'X-Request-Id': `r-${round}` } };
  const url = (path: string) => `${service.url}${path}`;
  await send(url('/api/v1/tickets'), { ...auth, body: { ticket: `T-${round}` } });
  await send(url(`/api/v1/tickets/T-${round}`), { ...auth, method: 'GET' });
  await send(url(`/api/v1/tickets/T-${round}/depart`), { ...auth, body: { visit: 1 } });
  await send(url(`/api/v1/tickets?search=${round}`), { ...auth, method: 'GET' });
  await send(url(`/nowhere/${round}`), { method: 'GET' });
  await send(url(`/api/v1/users/user-${round}/disable`), auth);
  await send(url('/api/v1/sessions'), { body: { login: `user-${round}`, password: 'wrong ones' } });
  for (const method of METHODS.filter((each) => each !== 'CONNECT'))
    await sent(method, `/api/v1/tickets/${method}-${round}`);
}

/** Sends what `fetch` would not. */
const sent = (method: string, path: string) =>
  new Promise<void>((resolve, reject) => {
    const asking = request(`${service.url}${path}`, { method }, (answer) => {
      answer.resume().once('end', resolve);
    });
    asking.once('error', reject).end();
  });

test('no label grows with tickets, paths, methods or users', async () => {
  await wander('first');
  const before = seriesOf(await figures());
  for (const round of ['second', 'third', 'fourth']) await wander(round);
  const after = seriesOf(await figures());
  expect(after.map((line) => line.replace(/ .*/, ''))).toEqual(
    before.map((line) => line.replace(/ .*/, '')),
  );
  const labels = labelsOf(after);
  expect([...labels.keys()].sort()).toEqual([
    'le',
    'method',
    'process',
    'projection',
    'route',
    'status',
    'year',
  ]);
  expect([...labels.get('method')!].sort()).toEqual(['GET', 'POST', 'other']);
  expect([...labels.get('status')!].filter((status) => !/^[1-5]xx$/.test(status))).toEqual([]);
  const { body } = await send<{ paths: object }>(`${service.url}/api/v1/openapi.json`, {
    method: 'GET',
  });
  const templates = Object.keys(body.paths).map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
  const beside = ['none', '/metrics', '/api/v1/openapi.json', '/health/deps'];
  expect(
    [...labels.get('route')!].filter((route) => ![...templates, ...beside].includes(route)),
  ).toEqual([]);
}, 60_000);

test('a route has a few series and no more, whatever it is asked and answers', async () => {
  const { body } = await send<{ paths: object }>(`${service.url}/api/v1/openapi.json`, {
    method: 'GET',
  });
  const registry = new Registry();
  const metrics = new HttpMetrics(registry);
  for (const [route, methods] of Object.entries(body.paths)) {
    for (const method of [
      ...METHODS.filter((each) => !/^(GET|HEAD|POST)$/.test(each)),
      ...Object.keys(methods as object),
    ])
      for (const status of STATUSES) metrics.observe(method.toUpperCase(), route, status, 0.001);
  }
  const others = seriesOf(await figures()).filter((line) => !line.startsWith('http_'));
  const own = seriesOf(await registry.metrics());
  expect(own.length).toBeLessThanOrEqual(Object.keys(body.paths).length * MOST_OF_A_ROUTE);
  const ofFollowers = others.filter((line) => /\{(projection|process)="/.test(line));
  const followers = new Set(ofFollowers.map((line) => /"([^"]*)"/.exec(line)![1]));
  expect(ofFollowers.length).toBeLessThanOrEqual(followers.size * MOST_OF_A_FOLLOWER);
  expect(others.length - ofFollowers.length).toBeLessThan(MOST_BESIDE);
});

test('the figures are put together once a second, however many ask', async () => {
  jest.useFakeTimers();
  const registry = new Registry();
  let looked = 0;
  new Gauge({ name: 'looks', help: 'looks', registers: [registry], collect: () => void looked++ });
  const controller = new MetricsController(registry);
  await Promise.all(Array.from({ length: 20 }, () => controller.metrics()));
  jest.advanceTimersByTime(999);
  await controller.metrics();
  expect(looked).toBe(1);
  jest.advanceTimersByTime(1);
  await controller.metrics();
  expect(looked).toBe(2);
});
