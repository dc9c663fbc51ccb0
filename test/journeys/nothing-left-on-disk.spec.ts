import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { Client } from '@app/postgres';
import { fingerprint } from '@app/event-store/src/fingerprint.js';
import { send, signIn } from '../../apps/server/src/testing/test-client.js';
import { whenBoardShows } from '../support/board.js';
import { durableDatabase, type DurableDatabase } from '../support/durable-database.js';
import { OPERATOR, Service } from '../support/service.js';

const CUSTOMER = { customer: 'C-1', name: '欧阳绝无仅有', phone: '13977665544' };
const ADDRESS = '不存在的大街 4711 号';
const WORDS = '冰箱里有一只企鹅';
const AGREED = '钥匙在楼下裁缝铺';
const MEASURES = '先打给三楼的姑妈';
const PICTURE = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Buffer.from('a face that nobody else has'),
]);

let database: DurableDatabase;
let service: Service;

beforeAll(async () => {
  database = await durableDatabase();
  service = await Service.start(database.url, { logLevel: 'debug' });
}, 120_000);

afterAll(async () => {
  await service?.end('SIGTERM');
  await database?.stop();
}, 60_000);

/** Every byte that the database has on disk, its write-ahead log among them, file by file. */
async function* files(directory: string): AsyncIterable<Buffer> {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield readFile(join(entry.parentPath, entry.name));
}

/** Which of the texts stand in a file of the database. */
async function found(texts: readonly (string | Buffer)[]): Promise<string[]> {
  const hits = new Set<string>();
  for await (const bytes of files(database.directory))
    for (const text of texts) if (bytes.includes(text)) hits.add(text.toString('utf8'));
  return [...hits];
}

test('nothing of what was said of somebody is on the disk or in the log of the service, before the erasure or after, nor a hash that could be tried', async () => {
  const operator = await signIn(service.url, OPERATOR.login, OPERATOR.password);
  const url = (path: string) => `${service.url}/api/v1/${path}`;
  const employee = { employee: 'ma', name: 'ma', department: 'office', supervisor: true };
  await send(url('employees'), { token: operator, body: employee });
  const roles = ['general-manager', 'dispatcher', 'supervisor', 'hotline'];
  const user = { login: 'ma', password: OPERATOR.password, employee: 'ma', roles };
  await send(url('users'), { token: operator, body: user });
  const token = await signIn(service.url, 'ma', OPERATOR.password);
  const say = async (path: string, body: object, headers = {}) => {
    const answer = await send<{ position: string; hash: string }>(url(path), {
      token,
      body,
      headers,
    });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const get = async (path: string) =>
    JSON.stringify((await send(url(path), { token, method: 'GET' })).body);

  await say('customers', CUSTOMER);
  const { hash: image } = await say('files', PICTURE, { 'Content-Type': 'image/png' });
  const { name, phone } = CUSTOMER;
  const signature = { name, role: 'customer', signedAt: new Date().toISOString(), image };
  const call = { source: 'walk-in', fault: WORDS, customer: 'C-1', name, phone, signature };
  const where = { address: ADDRESS, landmark: null, agreement: AGREED };
  await say('tickets', { ticket: 'T-1', ...call, ...where });
  const days = { from: '2026-01-01', until: '2030-01-01' };
  await say('contracts', {
    ...{ contract: 'HT-1', customer: 'C-1', kind: 'maintenance', sites: [], systems: [], ...days },
    terms: {
      ...{ response: 60, restoration: 180, maintenance: [], price: '1.00' },
      ...{ sparesPriority: false, retraining: false },
      emergency: { measures: MEASURES, prices: [] },
    },
  });
  expect(await get('contracts/HT-1')).toContain(MEASURES);
  expect(await get('streams/ticket-T-1/events')).toContain(AGREED);
  const { position } = await say('tickets/T-1/cancel-ticket', { reason: `${name}不修了` });
  await whenBoardShows(
    (path) => send(url(path.slice(1)), { token, method: 'GET' }),
    BigInt(position),
  );
  expect(await get(`tickets?q=${phone}`)).toContain(ADDRESS);

  const client = new Client({ connectionString: database.url });
  await client.connect();
  const analysed = async () => {
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
  };
  const clear = [name, phone, ADDRESS, WORDS, AGREED, MEASURES, PICTURE.subarray(8)];
  const hashes = [name, phone, CUSTOMER].flatMap((said) => [
    fingerprint(said),
    createHash('sha256').update(JSON.stringify(said)).digest('hex'),
    createHash('sha256')
      .update(typeof said === 'string' ? said : said.phone)
      .digest('hex'),
  ]);
  await analysed();
  expect(await found([...clear, ...hashes])).toEqual([]);
  const { rows: keys } = await client.query<{ wrapped: Buffer }>(
    `SELECT wrapped FROM privacy.person_key WHERE person IN ('customer-C-1', 'ticket-T-1')`,
  );
  expect(keys).toHaveLength(2);

  await say('customers/C-1/erase-person', { reason: '客户书面要求' });
  await until(async () =>
    (await get('streams/customer-C-1/events')).includes('PersonKeysDestroyed'),
  );
  await analysed();
  expect(await found([...clear, ...hashes])).toEqual([]);
  const { rows: left } = await client.query(
    `SELECT FROM privacy.person_key
     WHERE person IN ('customer-C-1', 'ticket-T-1') AND wrapped IS NOT NULL`,
  );
  expect(left).toEqual([]);
  await client.end();
  expect(service.lines.length).toBeGreaterThan(3);
  for (const text of [...clear, ...hashes])
    expect(service.lines.join('\n')).not.toContain(text.toString('utf8'));
  for (const path of ['tickets/T-1', 'customers/C-1', 'contracts/HT-1'])
    expect(await get(path)).toContain('［已删除］');
}, 120_000);
