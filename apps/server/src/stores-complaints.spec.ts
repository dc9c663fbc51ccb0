import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '@app/kernel';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* What users of stock systems complain of, each by its name, as a client meets it. */

let service: TestServer;
let storekeeper: string;
let supervisor: string;
const paper = { supplier: '华东电子', deliveryNote: 'D-77' };
const main = { place: 'main' };

beforeAll(async () => {
  service = await startTestServer();
  storekeeper = await service.token('storekeeper');
  supervisor = await service.token('supervisor');
  for (const [location, kind] of [
    ['main', 'store'],
    ['van-1', 'van'],
    ['van-2', 'van'],
  ])
    await done('locations', { location, name: location, kind });
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
/** Whoever changes a material says of which version. */
const headers = { 'If-Match': '"1"' };
const tell = (path: string, body: object = {}, token = storekeeper) =>
  send<{ code?: string; position: string }>(url(path), {
    ...{ token, body, ...(path.endsWith('change-material') && { headers }) },
  });
const read = async <Body = object>(path: string) =>
  (await send<Body>(url(path), { method: 'GET', token: storekeeper })).body;
const codeOf = async (path: string, body: object, token = storekeeper) => {
  const { status, body: told } = await tell(path, body, token);
  return [status, told.code].join(' ').trim();
};
const book = (sku: string, place = 'main') => read<object>(`stock/${sku}/at/${place}`);

async function done(path: string, body: object, token = storekeeper): Promise<string> {
  const { status, body: told } = await tell(path, body, token);
  expect([path, status < 300 ? 'done' : told]).toEqual([path, 'done']);
  return told.position;
}

const piece = (sku: string) => ({ sku, name: sku, unit: '只', decimals: 0, class: 'part' });

async function stocked(sku: string, quantity: number, more: object = {}): Promise<void> {
  await done('materials', { ...piece(sku), ...more });
  await received(sku, quantity, '12.00');
}

const received = (sku: string, quantity: number, unitCost: string, more: object = {}) =>
  done(`stock/${sku}/receive-material`, { ...main, quantity, unitCost, ...paper, ...more });
const ago = (minutes: number) => plusMinutes(new Date().toISOString(), -minutes);

interface Line {
  readonly kind: string;
  readonly fen: string;
}
const ledger = async (sku: string, position: string): Promise<readonly Line[]> =>
  (await read<{ items: Line[] }>(`stock-ledger?sku=${sku}&minPosition=${position}`)).items;

test('[R15] complaint: back-dated entries revalue everything behind them', async () => {
  await stocked('BACK', 4);
  await done('stock/BACK/issue-material', { ...main, to: 'van-1', quantity: 1, slip: 'B-1' });
  const last = await done('stock/BACK/issue-material', { ...main, to: 'van-1', quantity: 1 });
  const before = await ledger('BACK', last);
  const late = await received('BACK', 4, '20.00', { occurredAt: ago(60) });
  const after = await ledger('BACK', late);
  expect(after.filter(({ kind }) => kind === 'MaterialIssued')).toEqual(
    before.filter(({ kind }) => kind === 'MaterialIssued'),
  );
  expect(await book('BACK')).toMatchObject({ quantity: 6, value: '104.00' });
});

test('[R12] complaint: negative stock after a cancelled document', async () => {
  await stocked('NEG', 2);
  await done('stock/NEG/issue-material', { ...main, to: 'van-1', quantity: 2, slip: 'N-1' });
  const off = { ...main, slip: 'N-1', reason: '开错' };
  await done('stock/NEG/decline-material', off);
  expect(await codeOf('stock/NEG/decline-material', off)).toBe('404 unknown-slip');
  await done('stock/NEG/scrap-material', { ...main, quantity: 2, reason: '受潮' });
  expect(await book('NEG')).toMatchObject({ quantity: 0, value: '0.00' });
  const more = { ...main, quantity: 1, reason: '受潮' };
  expect(await codeOf('stock/NEG/scrap-material', more)).toBe('422 not-in-stock');
});

test('[R12] complaint: a transfer is lost between two vans', async () => {
  await stocked('WAY', 5);
  await done('stock/WAY/issue-material', { ...main, to: 'van-1', quantity: 5, slip: 'W-1' });
  await done('stock/WAY/accept-material', { ...main, slip: 'W-1' });
  const sent = { place: 'van-1', to: 'van-2', quantity: 3, slip: 'W-2' };
  await done('stock/WAY/issue-material', sent);
  expect(await book('WAY', 'van-1')).toMatchObject({
    ...{ quantity: 2, value: '24.00' },
    onItsWay: [{ slip: 'W-2', to: 'van-2', quantity: 3, value: '36.00' }],
  });
  const arrives = { place: 'van-1', slip: 'W-2' };
  const early = { ...arrives, occurredAt: ago(30) };
  expect(await codeOf('stock/WAY/accept-material', early)).toBe('400 occurred-too-early');
  await done('stock/WAY/accept-material', arrives);
  expect(await codeOf('stock/WAY/accept-material', arrives)).toBe('404 unknown-slip');
  expect(await book('WAY', 'van-1')).toMatchObject({ quantity: 2, onItsWay: [] });
  expect(await book('WAY', 'van-2')).toMatchObject({ quantity: 3, value: '36.00' });
});

test('[R11] complaint: a serial number is in two places', async () => {
  await done('materials', { ...piece('BOARD'), tracked: 'serial' });
  await received('BOARD', 1, '12.00', { serials: ['SN-7'] });
  const again = { ...main, place: 'van-1', quantity: 1, unitCost: '12.00', ...paper };
  for (const serial of ['SN-7', 'sn-7', 'SN\u200b-7', ' ＳＮ－７\r'])
    expect(await codeOf('stock/BOARD/receive-material', { ...again, serials: [serial] })).toBe(
      '422 piece-is-elsewhere',
    );
  expect(await read('pieces?sku=BOARD')).toMatchObject({
    items: [{ serial: 'SN-7', place: 'main' }],
  });
  const meter = { name: '万用表', class: 'meter' };
  await done('tools', { tool: 'TOOL-1', serial: 'FLK-7', ...meter });
  for (const serial of ['FLK\u200b-7', '\ufeffflk-7 ', 'ＦＬＫ-7\u2060'])
    expect(await codeOf('tools', { tool: 'TOOL-2', serial, ...meter })).toBe(
      '422 tool-serial-of-another',
    );
});

test('[R16] complaint: a count is spoiled by movements', async () => {
  await done('materials', piece('CNT'));
  await received('CNT', 10, '12.00', { occurredAt: ago(3) });
  const start = { stocktake: 'ST-1', ...main, skus: ['CNT'], occurredAt: ago(2) };
  await done('stocktakes', start);
  const count = { sku: 'CNT', quantity: 9, occurredAt: ago(1) };
  await done('stocktakes/ST-1/count-stock', count);
  await done('stock/CNT/issue-material', { ...main, to: 'van-1', quantity: 4 });
  await done('stocktakes/ST-1/close-stocktake', {});
  expect(await read('stocktakes/ST-1')).toMatchObject({
    differences: [{ sku: 'CNT', counted: 9, book: 10, difference: -1 }],
  });
  await done('stocktakes/ST-1/approve-stocktake', {}, supervisor);
  expect(await book('CNT')).toMatchObject({ quantity: 5, value: '60.00' });
});

test('[R15] complaint: rounding leaves a fen on zero pieces', async () => {
  await stocked('FEN', 3);
  await received('FEN', 4, '0.03');
  for (let piece = 0; piece < 7; piece++)
    await done('stock/FEN/scrap-material', { ...main, quantity: 1, reason: '受潮' });
  expect(await book('FEN')).toMatchObject({ quantity: 0, value: '0.00' });
});

test('[R15] complaint: zero stock has a value', async () => {
  await stocked('ZERO', 3);
  await done('stock/ZERO/issue-material', { ...main, to: 'van-1', quantity: 3 });
  const price = { ...main, slip: 'Z-1', unitCost: '3.33', quantity: 3, ...paper };
  await done('stock/ZERO/receive-material', price);
  await done('stock/ZERO/scrap-material', { ...main, quantity: 3, reason: '受潮' });
  const manager = await service.token('general-manager');
  const dearer = { ...main, slip: 'Z-1', unitCost: '9.99', reason: '发票更正' };
  const position = await done('stock/ZERO/correct-receipt-price', dearer, manager);
  expect(await book('ZERO')).toMatchObject({ quantity: 0, value: '0.00' });
  const [row] = (
    await read<{ rows: object[] }>(
      `stock-report?from=2020-01-01&until=2099-12-31&sku=ZERO&place=main&minPosition=${position}`,
    )
  ).rows;
  expect(row).toMatchObject({ closing: { quantity: '0', value: '0.00' } });
});

test('[R11] [R15] complaint: a unit conversion is applied twice', async () => {
  const cable = { sku: 'CABLE', name: '线', unit: '米', decimals: 2, class: 'cable' };
  await done('materials', cable);
  await received('CABLE', 1.25, '8.00');
  const other = { name: '线', class: 'wire' };
  expect(await codeOf('materials/CABLE/change-material', { ...other, unit: '厘米' })).toBe(
    '400 invalid-input',
  );
  await done('materials/CABLE/change-material', other);
  const position = await done('stock/CABLE/scrap-material', {
    ...{ ...main, quantity: 0.5, reason: '受潮' },
  });
  expect(await book('CABLE')).toMatchObject({ quantity: 0.75, value: '6.00' });
  const list = `stock?sku=CABLE&minPosition=${position}`;
  expect(await read(list)).toMatchObject({ items: [{ thousandths: '750', fen: '600' }] });
});

test('[R16] complaint: two people close one stocktake', async () => {
  await stocked('TWO', 1);
  await done('stocktakes', { stocktake: 'ST-2', ...main, skus: ['TWO'] });
  await done('stocktakes/ST-2/count-stock', { sku: 'TWO', quantity: 1 });
  const closes = (token: string) => codeOf('stocktakes/ST-2/close-stocktake', {}, token);
  const answers = await Promise.all([closes(storekeeper), closes(supervisor)]);
  expect(answers.sort()).toEqual(['200', '409 stocktake-closed']);
});

const EARLIER = ago(60);
const technician = 'hands-E-technician';

test.each([
  [
    'taken back before it was sold',
    'stock/PAST/take-back-material',
    { ...main, quantity: 1, slip: 'P-S', refund: '30.00' },
    '400 occurred-too-early /occurredAt',
  ],
  [
    'received before it was sent',
    'stock/PAST/decline-material',
    { ...main, slip: 'P-2', reason: 'x' },
    '400 occurred-too-early /occurredAt',
  ],
  [
    'scrapped before it came',
    'stock/PAST/scrap-material',
    { ...main, quantity: 1, reason: 'x' },
    '422 not-in-stock /quantity',
  ],
  [
    'back out of hands into which it had not come yet',
    'stock/PAST/return-material',
    { place: technician, to: 'main', quantity: 1 },
    '422 not-in-stock /quantity',
  ],
  [
    'a price of before it came',
    'stock/PAST/correct-receipt-price',
    { ...main, slip: 'P-R', unitCost: '13.00', reason: 'x' },
    '400 occurred-too-early /occurredAt',
  ],
  [
    'a tool that came back before it was handed out',
    'tools/TOOL-P/return-tool',
    { condition: 'good' },
    '400 occurred-too-early /occurredAt',
  ],
])('[R11] [R12] complaint: dated before what it follows: %s', async (_, path, body, answer) => {
  await past();
  const token = path.endsWith('price') ? await service.token('general-manager') : storekeeper;
  const problem = await refusedBy(service, url(path), {
    ...{ token, body: { ...body, occurredAt: EARLIER } },
  });
  const pointers = (problem.body.errors ?? []).map(({ pointer }) => pointer);
  expect([problem.status, problem.body.code, ...pointers].join(' ')).toBe(answer);
});

/** Pieces that came, were sold, are in hand and on their way, and a tool that is out; all of it just now, once. */
async function past(): Promise<void> {
  if ((await tell('materials', { ...piece('PAST') })).status !== 201) return;
  const hers = await service.token('technician');
  await received('PAST', 6, '12.00', { slip: 'P-R' });
  await done('stock/PAST/issue-material', { ...main, to: technician, quantity: 2, slip: 'P-1' });
  await done('stock/PAST/accept-material', { ...main, slip: 'P-1' }, hers);
  await done('stock/PAST/issue-material', { ...main, to: technician, quantity: 1, slip: 'P-2' });
  const sale = { customer: '过路客', price: '30.00', method: 'cash', slip: 'P-S' };
  await done('stock/PAST/sell-material', { ...main, quantity: 1, ...sale });
  await done('tools', { tool: 'TOOL-P', name: '万用表', serial: 'P', class: 'meter' });
  await done('tools/TOOL-P/check-out-tool', { employee: 'E-technician' });
}
