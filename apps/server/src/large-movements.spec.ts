import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { until } from '@app/kernel/src/testing/until.js';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* R12, R16: the most that one command changes, also where a store takes one stream at a time. */

const PIECES = 200;
const LINES = 400;

interface Report {
  readonly rows: readonly {
    readonly sku: string;
    readonly closing: { readonly quantity: string };
  }[];
}

/** What the report says of the same stocktake on either store. */
const reports = new Map<string, Report['rows']>();

describe.each(['PostgreSQL', 'EventStoreDB'])('with the log in %s', (log) => {
  let service: TestServer;
  let [storekeeper, supervisor] = ['', ''];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const double = log === 'EventStoreDB' ? await startProtocolDouble() : undefined;
    service = await startTestServer(
      double && { eventStoreDb: { connectionString: double.connectionString } },
    );
    stop = () => service.stop().then(() => double?.stop());
    storekeeper = await service.token('storekeeper');
    supervisor = await service.token('supervisor');
    for (const location of ['main', 'van-1'])
      await tell('locations', { location, name: location, kind: 'store' });
  }, 60_000);

  afterAll(() => stop?.());

  /** As any good client: what the server could not take now is sent again, under the same key. */
  async function tell(path: string, body: object = {}, token = storekeeper): Promise<void> {
    const headers = { 'Idempotency-Key': newId() };
    for (let attempt = 1; ; attempt++) {
      const sent = { token, body, headers };
      const { status, body: said } = await send(`${service.url}/api/v1/${path}`, sent);
      if (status <= 201) return;
      if (status !== 503 || attempt === 10) throw new Error(`${path}: ${JSON.stringify(said)}`);
      await pause(100 * attempt);
    }
  }

  const read = async <Body = object>(path: string): Promise<Body> => {
    const asked = { method: 'GET', token: storekeeper } as const;
    return (await send<Body>(`${service.url}/api/v1/${path}`, asked)).body;
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
      const receipt = { place: 'main', quantity: 3, ...paper };
      await tell(`stock/${sku}/receive-material`, receipt);
    });
    await tell('stocktakes', { stocktake: 'ST-1', place: 'main', after: 'BOLT', upTo: 'BOLT-999' });
    // One in three is missed, one too many is found, or as many are there as the books say.
    const counted = (sku: string) => 2 + (Number(sku.slice('BOLT-'.length)) % 3);
    await inTens((sku) => tell('stocktakes/ST-1/count-stock', { sku, quantity: counted(sku) }));
    await tell('stocktakes/ST-1/close-stocktake');
    await tell('stocktakes/ST-1/approve-stocktake', {}, supervisor);
    for (const sku of ['BOLT-0', 'BOLT-1', `BOLT-${LINES - 1}`])
      expect(await read(`stock/${sku}/at/main`)).toMatchObject({ quantity: counted(sku) });
    // What the books took along may have been stored behind it, where a store takes one stream at a time.
    const report = async () =>
      (await read<Report>('stock-report?from=2020-01-01&until=2099-12-31&place=main')).rows.filter(
        ({ sku }) => sku.startsWith('BOLT-'),
      );
    const isRight = ({ sku, closing }: Report['rows'][number]) =>
      closing.quantity === `${counted(sku)}`;
    await until(async () => (await report()).filter(isRight).length === LINES);
    const rows = await report();
    expect(rows).toHaveLength(LINES);
    for (const row of rows) {
      const found = counted(row.sku) - 3;
      expect(row).toMatchObject({
        adjusted: { quantity: `${found}`, value: `${found}.00` },
        closing: { value: `${counted(row.sku)}.00` },
      });
    }
    reports.set(log, rows);
  }, 300_000);
});

test('[R15] [R16] of one stocktake either store makes the same report, to the byte', () => {
  const [one, other] = [...reports.values()].map((rows) => JSON.stringify(rows));
  expect(reports.size).toBe(2);
  expect(one).toBe(other);
});
