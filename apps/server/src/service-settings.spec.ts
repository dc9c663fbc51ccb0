import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordedEvent } from '@app/event-store';
import { instant } from '@app/kernel';
import type { Role } from '@app/identity';
import { durableDatabase } from '../../../test/support/durable-database.js';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import { Service } from '../../../test/support/service.js';
import { STORES } from '../../../test/support/shared-log.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* An edition of the service settings from the draft to what it judges, in either store, in every process. */

const CLOCK = '2026-03-02T00:00:00.000Z';
const BEFORE = '2026-03-02T00:30:00.000Z';
const AFTER = '2026-03-02T01:30:00.000Z';
const SLA = { response: 90, restoration: 240, warnPercent: 75 };

describe.each(STORES)('in %s', (kind) => {
  let service: TestServer;
  let ends: () => Promise<void>;
  let other: Service | undefined;

  beforeAll(async () => {
    const database = await durableDatabase();
    const double = kind === 'EventStoreDB' ? await startProtocolDouble() : undefined;
    const { connectionString } = double ?? {};
    service = await startTestServer({
      databaseUrl: database.url,
      clock: CLOCK,
      ...(connectionString && { eventStoreDb: { connectionString } }),
    });
    const environment = {
      CLOCK,
      ...(connectionString && { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: connectionString }),
    };
    other = await Service.start(database.url, { environment });
    ends = async () => {
      await other?.end('SIGTERM');
      await service.stop();
      await double?.stop();
      await database.stop();
    };
  }, 120_000);
  afterAll(() => ends(), 60_000);

  const ask = async (role: Role, path: string, body?: object, headers = {}) =>
    send<Record<string, unknown>>(`${service.url}/api/v1/${path}`, {
      token: await service.token(role),
      ...(body ? { body } : { method: 'GET' }),
      headers,
    });
  const line = async () => (await ask('technician', 'editions/service-settings')).body;

  /** A call that came at an instant; of its response clock, what judges it, and what its events name. */
  async function called(ticket: string, occurredAt: string, url = service.url) {
    const token = await service.token('hotline');
    const caller = {
      name: '王建国',
      phone: '13800138000',
      address: '人民路 128 号',
      landmark: null,
    };
    const body = { ticket, source: 'hotline', fault: '空调不制冷', occurredAt, ...caller };
    const { status } = await send(`${url}/api/v1/tickets`, { token, body });
    expect(status).toBe(201);
    const events: readonly RecordedEvent[] = await service.store.readStream(`ticket-${ticket}`);
    const set = events.find(({ type }) => type === 'SlaDeadlineSet')!;
    const { edition, minutes } = set.data as { edition: string; minutes: number };
    return { edition, minutes, named: set.policyVersion };
  }

  const shipped = { edition: '2026.1', minutes: 120, named: '2026.1' };
  const next = { edition: '2026.2', minutes: 90, named: '2026.2' };

  test('[D41] edition 1 ships in force, before anybody has drafted one', async () => {
    expect(await line()).toMatchObject({
      line: 'service-settings',
      editions: [{ edition: '2026.1', status: 'approved', settings: { toldLateAfter: 15 } }],
    });
    expect((await ask('technician', 'editions/document-2')).status).toBe(404);
    await ask('operator', 'clock/set-forward', { now: BEFORE });
    expect(await called('T-1', BEFORE)).toEqual(shipped);
  });

  test('[D41] [D42] what is drafted is shown field by field, and judges nothing', async () => {
    const draft = { edition: '2026.2', settings: { sla: SLA } };
    const by = (role: Role) => ask(role, 'editions/service-settings/draft-settings', draft);
    expect((await by('technician')).status).toBe(403);
    expect((await by('supervisor')).status).toBe(200);
    const wrong = { edition: '2026.2', settings: { sla: { ...SLA, warnPercent: 100 } } };
    expect(
      (await ask('supervisor', 'editions/service-settings/draft-settings', wrong)).body,
    ).toMatchObject({ status: 400, errors: [{ pointer: '/settings/sla/warnPercent' }] });
    expect(await line()).toMatchObject({
      editions: [
        {},
        { status: 'draft', changes: [{ field: 'sla.response', before: '120', after: '90' }] },
      ],
    });
    expect(await called('T-2', BEFORE)).toEqual(shipped);
  });

  test('a draft is tried on past response times, and nothing of it is stored', async () => {
    const head = await service.store.head();
    await ask('operator', 'clock/set-forward', { now: '2026-03-02T00:31:00.000Z' });
    const path = 'editions/service-settings/simulation?edition=2026.2&year=2026&limit=1';
    expect((await ask('technician', path)).status).toBe(403);
    const { body } = await ask('supervisor', path);
    expect(body).toMatchObject({ edition: '2026.2', judged: 1, items: [] });
    const rest = await ask('supervisor', `${path}&after=${String(body['next'])}`);
    expect(rest.body).toMatchObject({ judged: 1, items: [] });
    expect((await ask('supervisor', path.replace('2026.2', '2026.9'))).body).toMatchObject({
      status: 404,
      code: 'unknown-edition',
    });
    expect(await service.store.head()).toBe(head);
  });

  test('[D44] approved, it judges what happens from then on, in every process, and never what was before', async () => {
    const approve = 'editions/service-settings/approve-edition';
    const match = { 'If-Match': '"1"' };
    expect((await ask('supervisor', approve, { edition: '2026.2' }, match)).status).toBe(403);
    expect((await ask('general-manager', approve, { edition: '2026.2' }, match)).status).toBe(200);
    await ask('operator', 'clock/set-forward', { now: AFTER });
    expect(await called('T-3', AFTER)).toEqual(next);
    expect(await called('T-4', BEFORE)).toEqual(shipped);

    await pause(5_000);
    expect(await called('T-5', AFTER, other!.url)).toEqual(next);
    expect(await called('T-6', BEFORE, other!.url)).toEqual(shipped);

    await other!.end('SIGTERM');
    await other!.start();
    expect(await called('T-7', AFTER, other!.url)).toEqual(next);
  }, 30_000);

  test('[D42] what was approved is neither changed nor approved again', async () => {
    const again = { edition: '2026.2', settings: { toldLateAfter: 30 } };
    const drafted = await ask('supervisor', 'editions/service-settings/draft-settings', again);
    expect(drafted.body).toMatchObject({ code: 'edition-already-approved', article: 'D42' });
  });

  test('[B2] a call that was answered in time may be late under another edition', async () => {
    const at = instant('2026-03-02T03:20:00.000Z');
    await ask('operator', 'clock/set-forward', { now: at });
    await ask('supervisor', 'editions/service-settings/draft-settings', {
      edition: '2026.3',
      settings: { sla: { ...SLA, response: 240 } },
    });
    const path = 'editions/service-settings/simulation?edition=2026.3&year=2026';
    const tried = async () => (await ask('supervisor', path)).body['items'] as readonly object[];
    // Its deadline has passed, which is noticed by and by.
    while ((await tried()).length < 7) await pause(100);
    expect((await tried())[0]).toEqual({
      ticket: 'T-1',
      clocks: [
        {
          clock: 'response',
          round: 1,
          edition: '2026.1',
          due: '2026-03-02T02:30:00.000Z',
          verdict: 'breached',
          otherDue: '2026-03-02T04:30:00.000Z',
          otherVerdict: 'running',
        },
      ],
    });
  }, 30_000);
});
