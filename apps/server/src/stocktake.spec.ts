import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@app/kernel/src/testing/until.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

describe.each(['PostgreSQL', 'EventStoreDB'])('with the log in %s', (log) => {
  let service: TestServer;
  let storekeeper: string;
  let technician: string;
  let manager: string;
  let supervisor: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const double = log === 'EventStoreDB' ? await startProtocolDouble() : undefined;
    service = await startTestServer(
      double && { eventStoreDb: { connectionString: double.connectionString } },
    );
    stop = () => service.stop().then(() => double?.stop());
    storekeeper = await service.token('storekeeper');
    technician = await service.token('technician');
    manager = await service.token('general-manager');
    supervisor = await service.token('supervisor');
    await tell('locations', { location: 'main', name: '总库', kind: 'store' });
    await stocked('CAP-1', 10);
    await stocked('CAM-1', 100);
    const meter = { name: '万用表', class: 'meter' };
    for (const tool of ['M-1', 'M-2'])
      await tell('tools', { tool, serial: `SN-${tool}`, ...meter });
  }, 60_000);

  afterAll(() => stop?.());

  const url = (path: string) => `${service.url}/api/v1/${path}`;
  const tell = (path: string, body: object = {}, token = storekeeper) =>
    send<{ code?: string; position?: string; events: { type: string; data: object }[] }>(
      url(path),
      { token, body },
    );
  const read = async <Body = object>(path: string, token = technician) =>
    (await send<Body>(url(path), { method: 'GET', token })).body;
  const stocked = async (sku: string, quantity: number, place = 'main') => {
    await tell('materials', { sku, name: sku, unit: '只', decimals: 0, class: 'part' });
    const paper = { unitCost: '12.00', supplier: '华东电子', deliveryNote: 'D-77' };
    return tell(`stock/${sku}/receive-material`, { place, quantity, ...paper });
  };
  const outcomes = (answers: readonly { status: number; body: { code?: string } }[]) =>
    answers.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()).sort();
  const of = (command: string) => `stocktakes/ST-1/${command}`;

  test('[R16] a sheet by place and class of tools says what, and not how many', async () => {
    const start = { stocktake: 'ST-1', place: 'main', toolClass: 'meter' };
    expect((await tell('stocktakes', start)).status).toBe(201);
    expect(await read('stocktakes/ST-1')).toEqual({
      stocktake: 'ST-1',
      status: 'counting',
      scope: { place: 'main', toolClass: 'meter' },
      since: expect.any(String),
      lines: [
        { sku: 'CAM-1', place: 'main', twice: true, countedBy: [] },
        { sku: 'CAP-1', place: 'main', countedBy: [] },
      ],
      tools: [
        { tool: 'M-1', counted: false },
        { tool: 'M-2', counted: false },
      ],
    });
    const told = await send(url('streams/stocktake-ST-1/events'), {
      method: 'GET',
      token: technician,
    });
    expect(told.status).toBe(403);
  });

  test('[R16] two people counting at once, and stock that moves on meanwhile', async () => {
    await Promise.all([
      tell(of('count-stock'), { sku: 'CAP-1', quantity: 9 }),
      tell(of('count-stock'), { sku: 'CAM-1', quantity: 100 }, technician),
    ]);
    await tell(of('count-tool'), { tool: 'M-1', there: true });
    await tell(of('count-tool'), { tool: 'M-2', there: false });
    const open = await refusedBy(service, url(of('close-stocktake')), {
      token: storekeeper,
      body: {},
    });
    expect([open.status, open.body.article, open.body.code]).toEqual([
      422,
      'R16',
      'second-count-missing',
    ]);
    // What moves in the same second as a count was before it.
    await pause(1_100);
    const issue = { place: 'main', to: 'hands-E-technician', quantity: 4 };
    expect((await tell('stock/CAM-1/issue-material', issue)).status).toBe(200);
    expect((await tell(of('count-stock'), { sku: 'CAM-1', quantity: 96 })).status).toBe(200);
  });

  test('[R16] complaint: two people close one stocktake: one closes it, the other is told that it is closed', async () => {
    const answers = await Promise.all([
      tell(of('close-stocktake'), {}, storekeeper),
      tell(of('close-stocktake'), {}, supervisor),
    ]);
    expect(outcomes(answers)).toEqual(['200', '409 stocktake-closed']);
    expect(await read('stocktakes/ST-1')).toMatchObject({
      status: 'closed',
      differences: [{ sku: 'CAP-1', counted: 9, book: 10, difference: -1, value: '-12.00' }],
      toolDifferences: [{ tool: 'M-2', what: 'missing' }],
    });
    expect(await read('stock/CAP-1/at/main')).toMatchObject({ quantity: 10, value: '120.00' });
  });

  test('[R16] a supervisor who has not counted approves, once, and only then everything is adjusted', async () => {
    const explanation = { sku: 'CAP-1', explanation: '三月五日领用未登记' };
    expect((await tell(of('explain-difference'), explanation)).status).toBe(200);
    const byCounter = await service.token('supervisor', 'technician');
    await tell(of('ask-for-recount'), { sku: 'CAP-1', reason: '复盘' }, supervisor);
    await tell(of('count-stock'), { sku: 'CAP-1', quantity: 9 }, byCounter);
    expect((await tell(of('close-stocktake'))).status).toBe(200);
    const own = await refusedBy(service, url(of('approve-stocktake')), {
      token: byCounter,
      body: {},
    });
    expect([own.status, own.body.article, own.body.code]).toEqual([422, 'R16', 'counter-approves']);

    const answers = await Promise.all(
      [supervisor, manager].map((token) => tell(of('approve-stocktake'), {}, token)),
    );
    expect(outcomes(answers)).toEqual(['200', '409 stocktake-approved']);
    const { body } = answers.find(({ status }) => status === 200)!;
    expect(body.events).toMatchObject([{ data: { adjusted: 2, unexplained: 1 } }]);
    expect(await read('stock/CAP-1/at/main')).toMatchObject({ quantity: 9, value: '108.00' });
    expect(await read('tools/M-2')).toMatchObject({ status: 'lost' });
    expect(await read('counting-periods/location/main')).toMatchObject({ stocktake: 'ST-1' });
    expect(await read('counting-periods/tools/meter')).toMatchObject({ kind: 'tools' });
    const min = `minPosition=${body.position}`;
    const list = await read<{ items: object[] }>(`stocktakes?status=approved&${min}`);
    expect(list.items).toMatchObject([{ stocktake: 'ST-1', differences: 2, fen: '-1200' }]);
    // What the books took along with it may have been stored after it, where a store takes one stream at a time.
    let ledger: { items: { kind: string }[] };
    do ledger = await read(`stock-ledger?sku=CAP-1`);
    while (!ledger.items.some(({ kind }) => kind === 'StockAdjusted'));
    expect(ledger.items.filter(({ kind }) => kind === 'StockAdjusted')).toMatchObject([
      { thousandths: '-1000', fen: '-1200', leftThousandths: '9000' },
    ]);
    const report = await read('stock-report?from=2020-01-01&until=2099-12-31&sku=CAP-1');
    expect(report).toMatchObject({
      rows: [{ adjusted: { quantity: '-1', value: '-12.00' }, closing: { value: '108.00' } }],
    });
  });

  test('[R16] what was made before the count and is told only now changes the explanation, not the count', async () => {
    const { items } = await read<{ items: { occurredAt: string }[] }>('stock-ledger?sku=CAP-1');
    const before = new Date(Date.parse(items.at(-1)!.occurredAt) + 1).toISOString();
    const scrap = { place: 'main', quantity: 1, reason: '受潮', occurredAt: before };
    const told = await tell('stock/CAP-1/scrap-material', scrap);
    expect(told.body.events.map(({ type }) => type)).toEqual([
      'StockCountUpheld',
      'MaterialScrapped',
      'FindingRecorded',
    ]);
    expect(await read('stock/CAP-1/at/main')).toMatchObject({ quantity: 9, value: '108.00' });
    const shown = () => read<{ toldAfter?: object[] }>('stocktakes/ST-1');
    await until(async () => (await shown()).toldAfter !== undefined);
    expect(await shown()).toMatchObject({
      differences: [{ sku: 'CAP-1', counted: 9, difference: -1, left: 0 }],
      toldAfter: [{ sku: 'CAP-1', quantity: 1, toldLate: 'MaterialScrapped', movedAt: before }],
    });
  });

  test('[R16] by list, and cancelled: nothing is adjusted', async () => {
    await tell('stocktakes', { stocktake: 'ST-2', place: 'main', skus: ['CAP-1'], tools: ['M-1'] });
    await tell('stocktakes/ST-2/count-stock', { sku: 'CAP-1', quantity: 3 });
    await tell('stocktakes/ST-2/count-tool', { tool: 'M-1', there: false });
    expect((await tell('stocktakes/ST-2/close-stocktake')).status).toBe(200);
    const cancel = await tell('stocktakes/ST-2/cancel-stocktake', { reason: '数错货架' });
    expect(cancel.status).toBe(200);
    const late = await tell('stocktakes/ST-2/approve-stocktake', {}, manager);
    expect(outcomes([late])).toEqual(['409 stocktake-cancelled']);
    expect(await read('stock/CAP-1/at/main')).toMatchObject({ quantity: 9 });
    expect(await read('stocktakes/ST-2')).not.toHaveProperty('differences');
  });

  test('[R16] a place is counted whole in parts, each approved by itself', async () => {
    const part = async (stocktake: string, scope: object, skus: Record<string, number>) => {
      expect((await tell('stocktakes', { stocktake, place: 'van-1', ...scope })).status).toBe(201);
      const sheet = await read<{ lines: { sku: string }[] }>(`stocktakes/${stocktake}`);
      expect(sheet.lines.map(({ sku }) => sku)).toEqual(Object.keys(skus));
      for (const [sku, quantity] of Object.entries(skus))
        await tell(`stocktakes/${stocktake}/count-stock`, { sku, quantity });
      await tell(`stocktakes/${stocktake}/close-stocktake`);
      return (await tell(`stocktakes/${stocktake}/approve-stocktake`, {}, manager)).status;
    };
    await tell('locations', { location: 'van-1', name: '一号车', kind: 'van' });
    for (const sku of ['BOLT-1', 'BOLT-2', 'NUT-1']) await stocked(sku, 2, 'van-1');
    const period = 'counting-periods/location/van-1';
    expect(await part('ST-P1', { upTo: 'BOLT-2' }, { 'BOLT-1': 2, 'BOLT-2': 2 })).toBe(200);
    expect(await read(period)).toMatchObject({ parts: [{ upTo: 'BOLT-2' }] });
    expect(await read(period)).not.toHaveProperty('due');
    expect(await part('ST-P2', { after: 'BOLT-2' }, { 'NUT-1': 1 })).toBe(200);
    expect(await read(period)).toEqual({
      ...{ kind: 'location', subject: 'van-1', stocktake: 'ST-P2' },
      due: expect.any(String),
    });
    expect(await read('stock/NUT-1/at/van-1')).toMatchObject({ quantity: 1, value: '12.00' });
  }, 60_000);

  test('[R16] [R12] a count, and goods that went, are booked although more than sixty movements were told before them', async () => {
    await tell('locations', { location: 'van-2', name: '二号车', kind: 'van' });
    const { position } = (await stocked('WIRE-1', 10, 'van-2')).body;
    const { items } = await read<{ items: { occurredAt: string }[] }>(
      `stock-ledger?sku=WIRE-1&minPosition=${position}`,
    );
    const then = (seconds: number) =>
      new Date(Date.parse(items[0]!.occurredAt) + seconds * 1000).toISOString();
    const start = { stocktake: 'ST-L', place: 'van-2', skus: ['WIRE-1'] };
    await tell('stocktakes', { ...start, occurredAt: then(0) });
    await pause(3_000);
    const more = { place: 'van-2', quantity: 1, reason: '损坏' };
    for (let index = 0; index < 8; index++) await stocked('WIRE-1', 10, 'van-2');
    const scrapped = await Promise.all(
      Array.from({ length: 62 }, () => tell('stock/WIRE-1/scrap-material', more)),
    );
    expect(new Set(scrapped.map(({ status }) => status))).toEqual(new Set([200]));
    const count = { sku: 'WIRE-1', quantity: 9, occurredAt: then(1) };
    expect((await tell('stocktakes/ST-L/count-stock', count)).status).toBe(200);
    await tell('stocktakes/ST-L/close-stocktake');
    expect(await read('stocktakes/ST-L')).toMatchObject({
      differences: [{ sku: 'WIRE-1', counted: 9, book: 10, difference: -1 }],
    });
    const late = { ...more, occurredAt: then(0.5) };
    expect((await tell('stock/WIRE-1/scrap-material', late)).status).toBe(200);
    const gone = { ...late, quantity: 10 };
    const refused = await refusedBy(service, url('stock/WIRE-1/scrap-material'), {
      token: storekeeper,
      body: gone,
    });
    expect(refused.body.code).toBe('not-in-stock');
    await tell('stocktakes/ST-L/close-stocktake');
    expect((await tell('stocktakes/ST-L/approve-stocktake', {}, manager)).status).toBe(200);
    expect(await read('stock/WIRE-1/at/van-2')).toMatchObject({ quantity: 27 });
  }, 120_000);

  test.each<[string, object, string]>([
    ['stocktakes', { place: 'attic' }, '404 unknown-location /place'],
    ['stocktakes', { place: 'hands-nobody' }, '404 unknown-employee /employee'],
    ['stocktakes', {}, '400 nothing-to-count'],
    ['stocktakes', { toolClass: 'none' }, '400 nothing-to-count'],
    ['stocktakes', { skus: ['CAP-1'] }, '400 scope-is-unclear /place'],
    ['stocktakes', { place: 'main', after: 'B', upTo: 'A' }, '400 scope-is-unclear /upTo'],
    ['stocktakes', { place: 'main', after: 'a b' }, '400 invalid-input /after'],
    ['stocktakes', { place: 'main', skus: ['CAP-none'] }, '404 unknown-material /skus'],
    ['stocktakes', { tools: ['M-none'] }, '404 unknown-tool /tools'],
    ['stocktakes/ST-none/close-stocktake', {}, '404 unknown-stocktake'],
    ['stocktakes/ST-3/count-stock', { sku: 'CAP-none', quantity: 1 }, '404 unknown-material /sku'],
    [
      'stocktakes/ST-3/count-stock',
      { sku: 'CAP-1', quantity: 1.5 },
      '400 not-a-quantity /quantity',
    ],
    ['stocktakes/ST-3/count-stock', { sku: 'CAP-1', quantity: -1 }, '400 invalid-input /quantity'],
    ['stocktakes/ST-3/count-stock', { sku: 'CAP-1\r', quantity: 1 }, '400 invalid-input /sku'],
    ['stocktakes/ST-3/count-tool', { tool: 'M-none', there: true }, '404 unknown-tool /tool'],
    ['stocktakes/ST-3/count-tool', { tool: 'M-1', there: true }, '404 not-on-the-sheet /tool'],
  ])('%s with %j is refused by its field, and changes nothing', async (path, body, expected) => {
    await tell('stocktakes', { stocktake: 'ST-3', place: 'main' });
    const answer = await refusedBy(service, url(path), { token: storekeeper, body });
    const pointers = (answer.body.errors ?? []).map(({ pointer }) => pointer);
    expect([answer.status, answer.body.code, ...pointers].join(' ')).toBe(expected);
  });
});
