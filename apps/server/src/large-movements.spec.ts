import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* R12, R16: the most that one command changes, where a store takes one stream at a time. */

const PIECES = 200;
const LINES = 400;

let service: TestServer;
let [storekeeper, supervisor] = ['', ''];
let stop: () => Promise<void>;

beforeAll(async () => {
  const double = await startProtocolDouble();
  const { connectionString } = double;
  service = await startTestServer({ eventStoreDb: { connectionString } });
  stop = () => service.stop().then(() => double.stop());
  storekeeper = await service.token('storekeeper');
  supervisor = await service.token('supervisor');
  for (const location of ['main', 'van-1'])
    await tell('locations', { location, name: location, kind: 'store' });
}, 60_000);

afterAll(() => stop?.());

async function tell(path: string, body: object = {}, token = storekeeper): Promise<void> {
  const { status, body: said } = await send(`${service.url}/api/v1/${path}`, { token, body });
  if (status > 201) throw new Error(`${path}: ${JSON.stringify(said)}`);
}

const read = async (path: string): Promise<object> => {
  const asked = { method: 'GET', token: storekeeper } as const;
  return (await send<object>(`${service.url}/api/v1/${path}`, asked)).body;
};
const paper = { unitCost: '1.00', supplier: 'x', deliveryNote: 'x' };
const register = (sku: string, tracked: object = {}) =>
  tell('materials', { sku, name: sku, unit: '块', decimals: 0, class: 'part', ...tracked });

test('[R12] two hundred pieces are received, issued and arrive, each in one command', async () => {
  await register('BOARD-7', { tracked: 'serial' });
  const serials = Array.from({ length: PIECES }, (_, number) => `SN-${number}`);
  const some = { place: 'main', quantity: PIECES, serials };
  await tell('stock/BOARD-7/receive-material', { ...some, ...paper });
  await tell('stock/BOARD-7/issue-material', { ...some, to: 'van-1', slip: 'LY-1' });
  await tell('stock/BOARD-7/accept-material', { place: 'main', slip: 'LY-1' });
  expect(await read('stock/BOARD-7/at/van-1')).toMatchObject({ quantity: PIECES });
  expect(await read(`pieces/BOARD-7/serial/SN-${PIECES - 1}`)).toMatchObject({
    last: { deed: 'accepted', to: 'van-1' },
  });
}, 120_000);

test('[R16] a stocktake of four hundred lines is approved in one command', async () => {
  const skus = Array.from({ length: LINES }, (_, number) => `BOLT-${number}`);
  const inTens = async (work: (sku: string) => Promise<void>) => {
    for (let from = 0; from < LINES; from += 10)
      await Promise.all(skus.slice(from, from + 10).map(work));
  };
  await inTens(async (sku) => {
    await register(sku);
    const receipt = { place: 'main', quantity: 2, ...paper };
    await tell(`stock/${sku}/receive-material`, receipt);
  });
  await tell('stocktakes', { stocktake: 'ST-1', place: 'main', after: 'BOLT', upTo: 'BOLT-999' });
  await inTens((sku) => tell('stocktakes/ST-1/count-stock', { sku, quantity: 1 }));
  await tell('stocktakes/ST-1/close-stocktake');
  await tell('stocktakes/ST-1/approve-stocktake', {}, supervisor);
  expect(await read('stock/BOLT-0/at/main')).toMatchObject({ quantity: 1 });
  expect(await read(`stock/BOLT-${LINES - 1}/at/main`)).toMatchObject({ quantity: 1 });
}, 300_000);
