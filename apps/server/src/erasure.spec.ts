import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutcomeBody } from '@app/http';
import { ERASED } from '@app/kernel';
import { until } from '@app/kernel/src/testing/until.js';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import type { ServerOptions } from './server-options.js';
import { ADDRESS, Installation, NAME, PERSONAL, PHONE, WORDS } from './testing/installation.js';

describe.each(['postgres', 'eventstoredb'] as const)('where the log is in %s', (where) => {
  let at: Installation;
  let double: Awaited<ReturnType<typeof startProtocolDouble>> | undefined;

  beforeAll(async () => {
    if (where === 'eventstoredb') double = await startProtocolDouble();
    const { connectionString = '' } = double ?? {};
    at = await Installation.make(double ? { eventStoreDb: { connectionString } } : {});
    await at.begin();
  }, 60_000);

  afterAll(async () => {
    await at?.stop();
    await double?.stop();
  });

  const inDouble = () =>
    JSON.stringify([...(double?.log.stream('ticket-T-C-1').records ?? [])], (_, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
    });

  test('what is said of people is read by whoever may, and stands nowhere in the clear', async () => {
    const { position } = await at.says('tickets/T-C-1/correct-intake', {
      fault: `${WORDS}，还会叫`,
      reason: `${NAME}来电`,
    });
    const board = await at.get(
      `tickets?q=${encodeURIComponent(PHONE.slice(-4))}&minPosition=${position}`,
    );
    for (const text of PERSONAL) expect(board.text).toContain(text);
    expect((await at.get('customers?q=绝无')).text).toContain(PHONE);
    const rows = (await at.everyRow()) + inDouble();
    expect(rows).toMatch(/§1:[\w-]{12}:phone:/);
    for (const text of PERSONAL) expect(rows).not.toContain(text);
  });

  test('a repeat is known, and what it is known by tells nobody what was asked', async () => {
    const body = { customer: 'C-9', name: NAME, phone: PHONE };
    const key = { 'Idempotency-Key': '0190d3f0-0000-7000-8000-0000000000aa' };
    const first = await at.tells('customers', body, key);
    await at.restart();
    expect(await at.tells('customers', body, key)).toMatchObject({
      status: 200,
      body: { position: (first.body as unknown as OutcomeBody).position, repeated: true },
    });
    const other = await at.tells('customers', { ...body, phone: '13900000000' }, key);
    expect(other).toMatchObject({ body: { code: 'idempotency-key-reused' } });
  });

  test('an erasure waits for a law, and for tickets that go on', async () => {
    const erase = () => at.tells('customers/C-1/erase-person', { reason: '客户书面要求' });
    expect(await erase()).toMatchObject({ status: 409, body: { code: 'tickets-open' } });
    await at.says('tickets/T-C-1/cancel-ticket', { reason: `${NAME}不修了` });
    const advised = { source: 'hotline', fault: WORDS, customer: 'C-1', site: 'home' };
    const told = { name: NAME, phone: PHONE, address: ADDRESS, landmark: null };
    await at.says('tickets', { ticket: 'T-advised', ...advised, ...told });
    await at.says('tickets/T-advised/resolve-ticket', { summary: '电话指导后恢复' });
    await at.says('tickets/T-advised/close-ticket', {});
    await at.says('customers/C-1/hold-erasure', { basis: '诉讼未结', until: '2099-01-01' });
    expect(await erase()).toMatchObject({ status: 409, body: { code: 'erasure-held' } });
    await at.says('customers/C-1/hold-erasure', { basis: '诉讼已结', until: '2026-01-01' });
  });

  test('[R8] an erasure waits for a contract that is in force, and for no warranty that says only until when', async () => {
    const year = new Date().getUTCFullYear();
    const term = { from: `${year}-01-01`, until: `${year + 1}-12-31` };
    const terms = {
      ...{ response: 60, restoration: 180, sparesPriority: false, retraining: false },
      ...{ price: '1.00', maintenance: [], emergency: { measures: '随叫随到', prices: [] } },
    };
    for (const [customer, kind] of [
      ['C-3', 'maintenance'],
      ['C-4', 'warranty'],
    ]) {
      await at.says('customers', { customer, name: '周不相干', phone: '13800000003' });
      const of = {
        customer,
        kind,
        sites: [],
        systems: [],
        ...term,
      };
      await at.says('contracts', { contract: `HT-${customer}`, ...of, terms });
      await at.says(`contracts/HT-${customer}/sign-contract`, { party: 'customer', by: '周' });
      await at.says(`contracts/HT-${customer}/sign-contract`, { party: 'centre' });
    }
    const erase = (customer: string) =>
      at.tells(`customers/${customer}/erase-person`, { reason: '客户书面要求' });
    expect(await erase('C-3')).toMatchObject({
      status: 409,
      body: { code: 'contracts-in-force', detail: expect.stringContaining('HT-C-3') },
    });
    expect((await erase('C-4')).status).toBe(200);
  });

  test('a person who is erased is marked everywhere within seconds, and found nowhere', async () => {
    expect([await at.file('C-1'), await at.file('C-2')]).toEqual([200, 200]);
    expect((await at.get('customers/C-1')).text).toContain(NAME);
    const { tag } = await at.get('tickets/T-C-1');
    await at.says('customers/C-1/erase-person', { reason: '客户书面要求' });
    await until(async () =>
      (await at.get('streams/customer-C-1/events')).text.includes('PersonKeysDestroyed'),
    );
    for (const path of ['customers/C-1', 'tickets/T-C-1', 'streams/ticket-T-C-1/events']) {
      await until(async () => (await at.get(path)).text.includes(ERASED));
      const { text } = await at.get(path);
      for (const said of PERSONAL) expect(text).not.toContain(said);
    }
    // Not an event of the ticket, and yet nobody is told that it is as it was (R8).
    expect((await at.get('tickets/T-C-1')).tag).not.toBe(tag);
    await until(async () => {
      const { text } = await at.get(`tickets?q=${encodeURIComponent(PHONE)}`);
      return !text.includes('T-C-1');
    });
    expect((await at.get('customers?q=绝无')).text).not.toContain('C-1');
    // Nobody else is.
    expect((await at.get(`tickets?q=${encodeURIComponent(WORDS)}`)).text).toContain('T-C-2');
    expect(
      await at.tells('customers/C-1/add-site', { site: 'x', address: 'x', landmark: null }),
    ).toMatchObject({ status: 404 });
    expect([await at.file('C-1'), await at.file('C-2')]).toEqual([404, 200]);
  });

  test('nothing is begun for somebody who is erased, and the field is named', async () => {
    const customer = 'C-1';
    const told = { name: NAME, phone: PHONE, address: ADDRESS, landmark: null };
    const terms = { response: 60, restoration: 180, maintenance: [], price: '1.00' };
    const days = { from: '2026-01-01', until: '2030-01-01' };
    for (const [path, body] of [
      ['tickets', { ticket: 'T-N', source: 'hotline', fault: WORDS, ...told }],
      ['complaints', { complaint: 'TS-N', channel: 'phone' }],
      [
        'contracts',
        {
          ...{ contract: 'HT-N', kind: 'maintenance', sites: [], systems: [], ...days },
          terms: { ...terms, sparesPriority: false, retraining: false },
        },
      ],
      ['units', { unit: 'U-N', kind: 'product', product: '门禁' }],
    ] as const)
      expect(await at.tells(path, { customer, ...body })).toMatchObject({
        status: 404,
        body: { code: 'unknown-customer', errors: [{ pointer: '/customer' }] },
      });
    const complaint = { complaint: 'TS-N', channel: 'phone', ticket: 'T-C-1' };
    expect(await at.tells('complaints', complaint)).toMatchObject({
      status: 404,
      body: { errors: [{ pointer: '/ticket' }] },
    });
    expect(await at.tells('tickets/T-C-1/reopen-ticket', { reason: '又来电' })).toMatchObject({
      status: 404,
      body: { code: 'unknown-customer', errors: [{ pointer: '/ticket' }] },
    });
  });

  test('what is told of their tickets afterwards is taken, and not kept', async () => {
    const answer = { channel: 'phone', sampled: false, satisfied: true, answer: `${NAME}说好了` };
    await at.says('tickets/T-advised/follow-up', answer);
    const { text } = await at.get('streams/ticket-T-advised/events');
    expect(text).toContain(`"answer":"${ERASED}"`);
    for (const said of PERSONAL) expect(text).not.toContain(said);
    expect(await at.everyRow()).not.toContain(NAME);
  });

  test('its history is told, verified, compared, rebuilt and exported with marks', async () => {
    await at.restart();
    const told = await at.cli('replay', 'ticket-T-C-1');
    expect(told).toMatchObject({ code: 0, said: expect.stringContaining('cancelled') });
    expect(await at.cli('verify', '--read-models')).toMatchObject({ code: 0 });
    expect(await at.cli('rebuild', 'ticket-board', '--take-over')).toMatchObject({ code: 0 });
    expect(await at.cli('verify', '--read-models')).toMatchObject({ code: 0 });
    const exported = (await at.cli('export', '--stream', 'ticket-T-C-1')).said;
    expect(exported).toContain(ERASED);
    for (const said of PERSONAL) expect(told.said + exported).not.toContain(said);
    expect((await at.get('tickets/T-C-1')).text).toContain(ERASED);
  }, 120_000);

  test('the master key is missed at the start, and a wrong one is refused; nothing is destroyed', async () => {
    const { MasterKeyUnfit } = await loadServerCode();
    await at.server.close();
    const elsewhere = await mkdtemp(join(tmpdir(), 'service-centre-erasure-'));
    const { createServer } = await loadServerCode();
    const begin = (other: Partial<ServerOptions>) =>
      createServer({
        databaseUrl: at.database.url,
        dataDir: elsewhere,
        allowUnsafe: true,
        logLevel: 'fatal',
        ...at.log,
        ...other,
      });
    await expect(begin({})).rejects.toThrow(/master key/);
    await expect(begin({ masterKey: new Uint8Array(32) })).rejects.toThrow(MasterKeyUnfit);
    await rm(elsewhere, { recursive: true });
    await at.start();
    expect((await at.get('customers/C-2')).text).toContain('周不相干');
  }, 120_000);
});
