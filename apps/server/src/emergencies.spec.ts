import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { instant, plusMinutes } from '@app/kernel';
import type { OutcomeBody } from '@app/http';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../test/support/eventstoredb/protocol-double.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/** Two in the morning of a Monday. */
const NIGHT = '2026-03-01T18:00:00.000Z';

const rungOf = (name: string, employees: readonly string[]) => ({
  name,
  shifts: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00', employees }],
});
const ROSTER = {
  roster: 'main',
  generalManager: 'E-general-manager',
  rungs: [
    rungOf('值班技术员', ['E-technician']),
    rungOf('值班主管', ['E-supervisor']),
    rungOf('维修部主管', ['E-dispatcher', 'E-hotline']),
  ],
};

describe.each(['PostgreSQL', 'EventStoreDB'])('[B3] an emergency, its log in %s', (kind) => {
  let double: ProtocolDouble | undefined;
  let service: TestServer;
  /** To when the clock was set, at least. */
  let now = plusMinutes(NIGHT, -10);

  const url = (path: string) => `${service.url}/api/v1/${path}`;
  const post = async (role: 'hotline' | 'technician' | 'supervisor', path: string, body = {}) =>
    send<OutcomeBody>(url(path), { token: await service.token(role), body });
  const read = async <Body>(path: string) =>
    (await send<Body>(url(path), { method: 'GET', token: await service.token('auditor') })).body;

  beforeAll(async () => {
    if (kind === 'EventStoreDB') double = await startProtocolDouble();
    const { connectionString } = double ?? {};
    service = await startTestServer({
      clock: now,
      ...(connectionString !== undefined && { eventStoreDb: { connectionString } }),
    });
    for (const role of ['technician', 'dispatcher', 'hotline', 'supervisor'] as const)
      await service.token(role);
    await service.token('general-manager');
    await until(async () => (await led()).every(({ position }) => position !== undefined));
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await double?.stop();
  });

  async function led(): Promise<readonly { readonly position?: unknown }[]> {
    const token = await service.token('operator');
    const answer = await send<{ processes: { position?: unknown }[] }>(
      `${service.url}/health/deps`,
      {
        method: 'GET',
        token,
      },
    );
    return answer.body.processes;
  }

  async function setForward(minutes: number): Promise<void> {
    now = plusMinutes(NIGHT, minutes);
    const token = await service.token('operator');
    await send(url('clock/set-forward'), { token, body: { now } });
  }

  /** What has happened of an emergency, once there is so much of it. */
  async function happened(ticket: string, count: number): Promise<readonly unknown[][]> {
    const events = () => service.store.readStream(`emergency-${ticket}`);
    await until(async () => (await events()).length >= count);
    return (await events()).map(({ type, data, occurredAt }) => {
      const { rung, first = '' } = data as { rung?: number; first?: string };
      return [
        type,
        rung ?? first,
        Math.floor((Date.parse(occurredAt) - Date.parse(NIGHT)) / 60_000),
      ];
    });
  }

  const open = async (ticket: string, source: string) => {
    const call = { name: '孙丽', phone: '13800000001', address: '人民路 8 号', landmark: null };
    const body = { ticket, source, fault: '消防广播无声', ...call };
    expect((await post('hotline', 'tickets', body)).status).toBe(201);
  };

  test('of before there was a roster is climbed once there is one, and called once', async () => {
    await open('T-0', 'emergency');
    await happened('T-0', 2);
    const first = { ...ROSTER, rungs: [rungOf('值班主管', ['E-supervisor'])] };
    expect((await post('supervisor', 'on-call-rosters', first)).status).toBe(201);
    expect(await happened('T-0', 4)).toEqual([
      ['EmergencyRaised', '', -10],
      ['FindingRecorded', 1, -10],
      ['LadderTakenUp', '', -10],
      ['EscalationRungCalled', 1, -10],
    ]);
    expect(await read('emergencies/T-0')).toMatchObject({ status: 'raised', edition: 1 });
    await post('supervisor', 'emergencies/T-0/acknowledge-emergency');
    await post('supervisor', 'tickets/T-0/cancel-ticket', { reason: '客户自行恢复' });
    expect((await happened('T-0', 6)).at(-1)![0]).toBe('EmergencyResolved');
    expect((await post('supervisor', 'on-call-rosters', ROSTER)).status).toBe(201);
  }, 30_000);

  test('climbs until somebody acknowledges, and is over when its ticket is', async () => {
    await setForward(0);
    await open('T-1', 'emergency');
    await happened('T-1', 2);
    await setForward(10.01);
    await happened('T-1', 3);
    await setForward(20.02);
    await happened('T-1', 4);
    const taken = await post('hotline', 'emergencies/T-1/acknowledge-emergency');
    expect(taken.body.events).toMatchObject([{ data: { first: 'E-hotline' } }]);
    const again = await post('technician', 'emergencies/T-1/acknowledge-emergency');
    expect(again.body.events).toMatchObject([{ data: { first: 'E-hotline' } }]);
    const same = await post('hotline', 'emergencies/T-1/acknowledge-emergency');
    expect([same.status, same.body.events]).toEqual([200, []]);
    await setForward(50);
    await post('supervisor', 'tickets/T-1/cancel-ticket', { reason: '客户自行恢复' });
    expect(await happened('T-1', 7)).toEqual([
      ['EmergencyRaised', '', 0],
      ['EscalationRungCalled', 1, 0],
      ['EscalationRungCalled', 2, 10],
      ['EscalationRungCalled', 3, 20],
      ['EmergencyAcknowledged', 'E-hotline', 20],
      ['EmergencyAcknowledged', 'E-hotline', 20],
      ['EmergencyResolved', '', 50],
    ]);
    expect(await read('emergencies/T-1')).toMatchObject({ status: 'resolved' });
    expect(await read('emergencies')).toMatchObject({ items: [] });
    expect(await read('emergencies?status=resolved')).toMatchObject({
      items: [
        { ticket: 'T-1', rung: 3, called: expect.arrayContaining(['E-dispatcher']) },
        { ticket: 'T-0', rung: 1, called: ['E-supervisor'] },
      ],
    });
  }, 30_000);

  test('is in the notices of whoever was called, who acknowledge their own', async () => {
    const mine = async () => {
      const token = await service.token('technician');
      const { body } = await send<{ items: { notice: string; unread: number }[] }>(
        url('my-notices'),
        { method: 'GET', token },
      );
      return body.items;
    };
    await until(async () => (await mine()).length > 0);
    const [notice, ...more] = await mine();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ ticket: 'T-1', about: { rung: 1 }, unread: 1, mail: null });
    const acknowledge = `notices/${notice!.notice}/acknowledge-notice`;
    expect((await post('hotline', acknowledge)).status).toBe(403);
    expect((await post('technician', acknowledge)).status).toBe(200);
    await until(async () => (await mine())[0]!.unread === 0);
  }, 30_000);

  test('calls nobody of another ticket', async () => {
    await open('T-2', 'hotline');
    await open('T-3', 'emergency');
    await happened('T-3', 2);
    expect(await service.store.readStream('emergency-T-2')).toEqual([]);
  });

  test('is climbed by those whom the roster names at an instant', async () => {
    const { rungs, ...rest } = await read<{ rungs: unknown[] }>(
      `on-call-rosters/main/on-call?at=${encodeURIComponent(plusMinutes(now, 5))}`,
    );
    expect(rest).toEqual({
      at: instant(plusMinutes(now, 5)),
      edition: 2,
      generalManager: 'E-general-manager',
    });
    expect(rungs[2]).toEqual({
      rung: 3,
      name: '维修部主管',
      employees: ['E-dispatcher', 'E-hotline'],
    });
    const before = await read(`on-call-rosters/main/on-call?at=2026-01-01T00:00:00Z`);
    expect(before).toMatchObject({ edition: null, rungs: [] });
    const unknown = { ...ROSTER, generalManager: 'nobody' };
    expect((await post('supervisor', 'on-call-rosters', unknown)).status).toBe(404);
    expect((await post('technician', 'on-call-rosters', ROSTER)).status).toBe(403);
  });
});
