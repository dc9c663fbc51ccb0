import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let supervisor: string;
let auditor: string;

beforeAll(async () => {
  service = await startTestServer();
  supervisor = await service.token('supervisor', 'storekeeper', 'sales');
  auditor = await service.token('auditor');
  const customer = { customer: 'C-1', name: '孙丽', phone: '13800000001' };
  await send(url('customers'), { token: supervisor, body: customer });
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
const UNTIL = '2027-03-17T15:59:00.000Z';
const warranty = { reference: 'W-1', kind: 'in-warranty', until: UNTIL, product: 'KFR-35' };
const read = (path: string) => send<object>(url(path), { method: 'GET', token: auditor });
const refused = (path: string, body: object) =>
  refusedBy(service, url(path), { token: supervisor, body });

describe('what was registered is read where it was said to be', () => {
  test.each<[string, object, object]>([['entitlements', warranty, warranty]])(
    '%s',
    async (path, body, shown) => {
      const made = await send(url(path), { token: supervisor, body });
      expect(made.status).toBe(201);
      const location = service.url + made.headers.get('location')!;
      const answer = await send<object>(location, { method: 'GET', token: auditor });
      expect([answer.status, answer.headers.get('etag'), answer.body]).toEqual([200, '"1"', shown]);
    },
  );

  test.each([['entitlements/W-none', 'unknown-entitlement']])(
    '%s is not there',
    async (path, code) => {
      const { status, body } = await read(path);
      expect([status, body]).toEqual([404, expect.objectContaining({ code })]);
    },
  );
});

describe('an entry that cannot hold is refused', () => {
  test.each([
    ['a second one', 'entitlements', { ...warranty, kind: 'chargeable' }, '409 already-registered'],
    [
      'a warranty that does not end',
      'entitlements',
      { reference: 'W-2', kind: 'in-warranty' },
      '400 until-missing /until',
    ],
    [
      'a contract that does not end',
      'entitlements',
      { reference: 'W-2', kind: 'under-contract' },
      '400 until-missing /until',
    ],
  ])('%s', async (_, path, entry, expected) => {
    const { status, body } = await refused(path, entry);
    const found = [status, body.code, ...(body.errors ?? []).map(({ pointer }) => pointer)];
    expect(found.join(' ')).toBe(expected);
  });

  test('the first one stands', async () => {
    expect((await read('entitlements/W-1')).body).toEqual(warranty);
  });
});
