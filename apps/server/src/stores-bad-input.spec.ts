import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* What people mistype and scanners send: each is refused by its field, in words, and nothing is stored. */

let service: TestServer;
let storekeeper: string;
let technician: string;
let manager: string;

beforeAll(async () => {
  service = await startTestServer();
  storekeeper = await service.token('storekeeper');
  technician = await service.token('technician');
  manager = await service.token('general-manager');
  const done = async (path: string, body: object, token = storekeeper) => {
    const { status } = await send(url(path), { token, body });
    expect([path, status < 300]).toEqual([path, true]);
  };
  const paper = { unitCost: '12.00', supplier: '华东电子', deliveryNote: 'D-77' };
  await done('locations', { location: 'main', name: '总库', kind: 'store' });
  const piece = { unit: '只', decimals: 0, class: 'electric' };
  await done('materials', { sku: 'CAP-35', name: '电容', ...piece });
  await done('materials', { sku: 'FAN-9', name: '风扇', ...piece });
  await done('materials', { sku: 'BOARD-7', name: '主板', ...piece, tracked: 'serial' });
  await done('materials', { sku: 'CABLE', name: '线', unit: '米', decimals: 2, class: 'cable' });
  await done('stock/CAP-35/receive-material', {
    place: 'main',
    quantity: 5,
    slip: 'R-1',
    ...paper,
  });
  await done('stock/CABLE/receive-material', { place: 'main', quantity: 10.5, ...paper });
  const board = { place: 'main', quantity: 1, serials: ['SN-1'], ...paper };
  await done('stock/BOARD-7/receive-material', board);
  const hands = 'hands-E-technician';
  await done('stock/CAP-35/issue-material', { place: 'main', to: hands, quantity: 2, slip: 'I-1' });
  await done('stock/CAP-35/accept-material', { place: 'main', slip: 'I-1' }, technician);
  const sale = { customer: '过路客', price: '30.00', method: 'cash', slip: 'XS-1' };
  await done('stock/CAP-35/sell-material', { place: 'main', quantity: 1, ...sale });
  await done('stock/BOARD-7/issue-material', {
    ...{ place: 'main', to: hands, quantity: 1, serials: ['SN-1'], slip: 'I-2' },
  });
  await done('stock/BOARD-7/accept-material', { place: 'main', slip: 'I-2' }, technician);
  const meter = { tool: 'TOOL-1', name: '万用表', serial: 'FLK-1', class: 'meter' };
  await done('tools', meter);
  await done('tools/TOOL-1/check-out-tool', { employee: 'E-technician' });
  await done('tools/TOOL-1/accept-tool', {}, technician);
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
const issue = { place: 'main', to: 'hands-E-technician', quantity: 1 };
const receipt = { place: 'main', quantity: 1, unitCost: '12.00', supplier: 'x', deliveryNote: 'x' };
const back = { place: 'hands-E-technician', to: 'main', quantity: 1 };
const opening = { place: 'main', quantity: 1, value: '1.00', source: 'x' };
const years = '2020-01-01T00:00:00.000Z';
const TO_COME = new Date(Date.now() + 3_600_000).toISOString();
const GARBAGE = '*]\u0007\u0000';

type Wrong = readonly [
  what: string,
  path: string,
  body: object,
  answer: string,
  zh: RegExp,
  en: RegExp,
];

/** Of which material or tool, the command with what is wrong in it, and the answer: in both languages its words. */
const WRONG: readonly Wrong[] = [
  [
    'an unknown SKU',
    'stock/CAP-99/issue-material',
    issue,
    '404 unknown-material',
    /没有这种物料/,
    /no such material/,
  ],
  [
    'an unknown SKU, of a receipt',
    'stock/CAP-99/receive-material',
    receipt,
    '404 unknown-material',
    /没有这种物料/,
    /no such material/,
  ],
  [
    'an unknown place',
    'stock/CAP-35/issue-material',
    { ...issue, to: 'attic' },
    '404 unknown-location /to',
    /没有这个库位/,
    /no such location/,
  ],
  [
    'none',
    'stock/CAP-35/issue-material',
    { ...issue, quantity: 0 },
    '400 not-a-quantity /quantity',
    /大于零.*整数/,
    /whole number above zero/,
  ],
  [
    'fewer than none',
    'stock/CAP-35/issue-material',
    { ...issue, quantity: -2 },
    '400 not-a-quantity /quantity',
    /大于零/,
    /above zero/,
  ],
  [
    'fewer than none received',
    'stock/CAP-35/receive-material',
    { ...receipt, quantity: -2 },
    '400 not-a-quantity /quantity',
    /大于零/,
    /above zero/,
  ],
  [
    'half a piece',
    'stock/CAP-35/issue-material',
    { ...issue, quantity: 1.5 },
    '400 not-a-quantity /quantity',
    /整数/,
    /whole number/,
  ],
  [
    'a millimetre of what is cut by the centimetre',
    'stock/CABLE/issue-material',
    { ...issue, quantity: 1.005 },
    '400 not-a-quantity /quantity',
    /至多 2 位小数/,
    /at most 2 decimals/,
  ],
  [
    'a tenth of a thousandth',
    'stock/CABLE/issue-material',
    { ...issue, quantity: 1.0005 },
    '400 invalid-input /quantity',
    /小数/,
    /decimal/,
  ],
  [
    'a million pieces',
    'stock/CAP-35/issue-material',
    { ...issue, quantity: 1_000_000 },
    '422 not-in-stock /quantity',
    /main 的 CAP-35 当时可用 2/,
    /CAP-35 at main there were 2/,
  ],
  [
    'more than a million',
    'stock/CAP-35/receive-material',
    { ...receipt, quantity: 1_000_001 },
    '400 invalid-input /quantity',
    /1000000/,
    /1000000/,
  ],
  [
    'a million pieces at a million yuan',
    'stock/CAP-35/receive-material',
    { ...receipt, quantity: 1_000_000, unitCost: '1000000.00' },
    '400 worth-too-much /unitCost',
    /main 的 CAP-35.*上限/,
    /CAP-35 at main.*the most/,
  ],
  [
    'a quantity in words',
    'stock/CAP-35/issue-material',
    { ...issue, quantity: '两只' },
    '400 invalid-input /quantity /quantity',
    /数/,
    /number/,
  ],
  [
    'a price of zero',
    'stock/CAP-35/receive-material',
    { ...receipt, unitCost: '0.00' },
    '400 price-of-zero /unitCost',
    /不得为零/,
    /above zero/,
  ],
  [
    'a price of zero, of a sale',
    'stock/CAP-35/sell-material',
    { place: 'main', quantity: 1, customer: 'x', price: '0.00', method: 'cash' },
    '400 price-of-zero /price',
    /不得为零/,
    /above zero/,
  ],
  [
    'a price below zero',
    'stock/CAP-35/receive-material',
    { ...receipt, unitCost: '-1.00' },
    '400 invalid-input /unitCost',
    /金额/,
    /amount/,
  ],
  [
    'a date before the SKU existed',
    'stock/CAP-35/receive-material',
    { ...receipt, occurredAt: years },
    '400 before-registered /occurredAt',
    /登记前 31 天/,
    /31 days before/,
  ],
  [
    'a date before the SKU existed, of an issue',
    'stock/CAP-35/issue-material',
    { ...issue, occurredAt: years },
    '400 before-registered /occurredAt',
    /登记前 31 天/,
    /31 days before/,
  ],
  [
    'a time to come',
    'stock/CAP-35/issue-material',
    { ...issue, occurredAt: TO_COME },
    '400 clock-ahead /occurredAt',
    /./,
    /./,
  ],
  [
    'a return of more than was issued',
    'stock/CAP-35/return-material',
    { ...back, quantity: 3 },
    '422 not-in-stock /quantity',
    /hands-E-technician 的 CAP-35 当时可用 2/,
    /CAP-35 at hands-E-technician there were 2/,
  ],
  [
    'a return of what was never issued',
    'stock/FAN-9/return-material',
    back,
    '422 not-in-stock /quantity',
    /hands-E-technician 的 FAN-9 当时可用 0/,
    /FAN-9 at hands-E-technician there were 0/,
  ],
  [
    'a return out of nobody’s hands',
    'stock/CAP-35/return-material',
    { ...back, place: 'main' },
    '400 not-in-hands /place',
    /人员手中/,
    /in somebody’s hands/,
  ],
  [
    'more taken back than was sold',
    'stock/CAP-35/take-back-material',
    { place: 'main', quantity: 2, slip: 'XS-1', refund: '30.00' },
    '409 more-than-was-sold /quantity',
    /尚未退回的 1/,
    /only 1 have not been taken back/,
  ],
  [
    'more than is there',
    'stock/CAP-35/issue-material',
    { ...issue, quantity: 3 },
    '422 not-in-stock /quantity',
    /main 的 CAP-35 当时可用 2/,
    /CAP-35 at main there were 2/,
  ],
  [
    'out of where it never was',
    'stock/FAN-9/issue-material',
    issue,
    '422 not-in-stock /quantity',
    /main 的 FAN-9 当时可用 0/,
    /FAN-9 at main there were 0/,
  ],
  [
    'a piece that somebody has',
    'stock/BOARD-7/issue-material',
    { ...issue, serials: ['sn-1'] },
    '422 not-in-stock /quantity',
    /main 的 BOARD-7 当时可用 0/,
    /BOARD-7 at main there were 0/,
  ],
  [
    'a piece that somebody has, received once more',
    'stock/BOARD-7/receive-material',
    { ...receipt, serials: ['sn-1'] },
    '422 piece-is-elsewhere /serials',
    /SN-1.*E-technician/,
    /SN-1.*hands of E-technician/,
  ],
  [
    'a scanner’s garbage for a place',
    'stock/CAP-35/issue-material',
    { ...issue, place: GARBAGE },
    '400 invalid-input /place',
    /字母、数字或连字符/,
    /letters, digits or hyphens/,
  ],
  [
    'a scanner’s garbage for a serial number',
    'stock/BOARD-7/receive-material',
    { ...receipt, serials: [GARBAGE] },
    '400 invalid-input /serials/0',
    /字母、数字或连字符/,
    /letters, digits or hyphens/,
  ],
  [
    'a scanner’s garbage for a slip',
    'stock/CAP-35/accept-material',
    { place: 'main', slip: GARBAGE },
    '400 invalid-input /slip',
    /字母、数字或连字符/,
    /letters, digits or hyphens/,
  ],

  [
    'a tool that somebody has',
    'tools/TOOL-1/check-out-tool',
    { employee: 'E-storekeeper' },
    '422 tool-in-other-hands',
    /在 E-technician 手中/,
    /in the hands of E-technician/,
  ],
  [
    'the serial number of another tool',
    'tools',
    { tool: 'TOOL-2', name: 'x', serial: 'flk-1', class: 'meter' },
    '422 tool-serial-of-another /serial',
    /FLK-1 属于工具 TOOL-1/,
    /FLK-1 is that of tool TOOL-1/,
  ],
  [
    'a scanner’s garbage for a tool',
    'tools',
    { tool: GARBAGE, name: 'x', serial: 'x', class: 'meter' },
    '400 invalid-input /tool',
    /字母、数字或连字符/,
    /letters, digits or hyphens/,
  ],
  [
    'a scanner’s garbage for what is engraved',
    'tools',
    { tool: 'TOOL-2', name: 'x', serial: GARBAGE, class: 'meter' },
    '400 invalid-input /serial',
    /./,
    /./,
  ],
];

test.each(WRONG)('[R11] [R12] %s is refused by its field', async (...wrong) => {
  const [, path, body, answer, zh, en] = wrong;
  for (const [language, words] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    const { status, body: problem } = await refusedBy(service, url(path), {
      token: storekeeper,
      ...{ body, headers: { 'Accept-Language': language } },
    });
    const errors = problem.errors ?? [];
    const pointers = errors.map(({ pointer }) => pointer);
    expect([status, problem.code, ...pointers].join(' ')).toBe(answer);
    const told = [problem.title, problem.detail, ...errors.map((each) => JSON.stringify(each))];
    expect(told.join('\n')).toMatch(words);
  }
});

test('[R15] a price that is corrected to nothing is refused by its field', async () => {
  const corrected = { place: 'main', slip: 'R-1', unitCost: '0.00', reason: 'x' };
  const { status, body } = await refusedBy(service, url('stock/CAP-35/correct-receipt-price'), {
    ...{ token: manager, body: corrected },
  });
  expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([
    ...[400, 'price-of-zero', '/unitCost'],
  ]);
});

test('[R15] an opening entry over books that were begun is refused, whatever it says', async () => {
  const { status, body } = await refusedBy(service, url('stock/CAP-35/enter-opening-stock'), {
    ...{ token: manager, body: opening },
  });
  expect([status, body.code]).toEqual([409, 'books-begun']);
});

test.each(['', GARBAGE, 'M:', 'X:CAP-35', 'M:CAP-35 M:CAP-35', '9'.repeat(300)])(
  '[R11] %j is what no scanner reads of ours, and is said to be so',
  async (code) => {
    const path = url(`scanned?code=${encodeURIComponent(code)}`);
    const answer = await refusedBy(service, path, { method: 'GET', token: technician });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ pointer }) => pointer) ?? []).toEqual(['/code']);
  },
);
