import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
beforeAll(async () => (service = await startTestServer({ clock: '2026-10-31T15:59:00.000Z' })));
afterAll(() => service.stop());

async function missing() {
  const token = await service.token('operator');
  const deps = await send<{ calendar: { missingYear?: string } }>(`${service.url}/health/deps`, {
    method: 'GET',
    token,
  });
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  return [
    deps.body.calendar.missingYear,
    /calendar_year_missing\{year="(\d+)"\} 1/.exec(metrics)?.[1],
  ];
}

test('[V19] the operator is warned of a year that is missing, in health and metrics', async () => {
  expect(await missing()).toEqual(['2026', '2026']);
  const token = await service.token('operator');
  const of2026 = { year: '2026', edition: 1, restDays: [6, 7], holidays: [], makeUpDays: [] };
  const url = `${service.url}/api/v1`;
  const auditor = await service.token('auditor');
  expect((await send(`${url}/calendar`, { token: auditor, body: of2026 })).status).toBe(403);
  expect((await send(`${url}/calendar`, { token, body: of2026 })).status).toBe(201);
  expect((await missing())[0]).toBeUndefined();
  const now = '2026-11-01T00:00:00.000+08:00';
  expect((await send(`${url}/clock/set-forward`, { token, body: { now } })).status).toBeLessThan(
    300,
  );
  // Figures are a second old at most, by the passing of time.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await missing()).toEqual(['2027', '2027']);
});
