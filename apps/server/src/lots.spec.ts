import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* R12, R16: a material that is kept by lot, through the API, with the log in either store. */

interface LotsOf {
  readonly lots: readonly { readonly lot: string; readonly quantity: number }[];
}

describe.each(['PostgreSQL', 'EventStoreDB'])('with the log in %s', (log) => {
  let service: TestServer;
  let [storekeeper, technician, supervisor] = ['', '', ''];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const double = log === 'EventStoreDB' ? await startProtocolDouble() : undefined;
    service = await startTestServer(
      double && { eventStoreDb: { connectionString: double.connectionString } },
    );
    stop = () => service.stop().then(() => double?.stop());
    storekeeper = await service.token('storekeeper');
    technician = await service.token('technician');
    supervisor = await service.token('supervisor');
    await tell('locations', { location: 'main', name: '总库', kind: 'store' });
    const glue = { sku: 'GLUE-1', name: '密封胶', unit: '支', decimals: 0, class: 'glue' };
    await tell('materials', { ...glue, tracked: 'lot' });
  }, 60_000);

  afterAll(() => stop?.());

  const url = (path: string) => `${service.url}/api/v1/${path}`;
  const tell = async (path: string, body: object = {}, token = storekeeper) => {
    const answer = await send<{ position: string }>(url(path), { token, body });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      answer.status < 300 ? answer.status : 200,
      expect.any(String),
    ]);
    return answer.body;
  };
  const refused = async (path: string, body: object) => {
    const answer = await refusedBy(service, url(path), { token: storekeeper, body });
    return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer];
  };
  const read = async <Body = object>(path: string) =>
    (await send<Body>(url(path), { method: 'GET', token: technician })).body;
  const lotsAt = async (place: string) =>
    (await read<LotsOf>(`stock/GLUE-1/at/${place}`)).lots.map(
      ({ lot, quantity }) => `${lot} ${quantity}`,
    );
  const stock = (command: string) => `stock/GLUE-1/${command}`;
  const paper = { unitCost: '12.00', supplier: '华东电子', deliveryNote: 'D-77' };
  const lots = [
    { lot: 'l-2603', quantity: 6, expires: '2099-03-31' },
    { lot: 'L-2601', quantity: 4, expires: '2099-01-31' },
  ];

  test('[R12] lots come in by their numbers, in capitals or not, and the first to expire is proposed', async () => {
    const receipt = { place: 'main', quantity: 10, slip: 'RK-1', ...paper };
    expect(await refused(stock('receive-material'), receipt)).toEqual([
      ...[400, 'lots-missing', '/lots'],
    ]);
    const wrong = { ...receipt, lots: [{ lot: 'A', quantity: 10, expires: 'soon' }] };
    expect(await refused(stock('receive-material'), wrong)).toEqual([
      ...[400, 'invalid-input', '/lots/0/expires'],
    ]);
    await tell(stock('receive-material'), { ...receipt, lots });
    expect(await lotsAt('main')).toEqual(['L-2601 4', 'L-2603 6']);
    const issue = { place: 'main', to: 'hands-E-technician', quantity: 5 };
    expect(await refused(stock('issue-material'), issue)).toEqual([400, 'lots-missing', '/lots']);
    const much = { ...issue, lots: [{ lot: 'L-2601', quantity: 5 }] };
    expect(await refused(stock('issue-material'), much)).toEqual([422, 'not-in-stock', '/lots']);
  });

  test('[R12] at any load exactly what there is of a lot is issued', async () => {
    const one = { place: 'main', to: 'hands-E-technician', quantity: 1 };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        send(url(stock('issue-material')), {
          token: storekeeper,
          body: { ...one, slip: `LY-${number}`, lots: [{ lot: 'L-2601', quantity: 1 }] },
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(await lotsAt('main')).toEqual(['L-2603 6']);
    for (const [number, { status }] of answers.entries())
      if (status === 200)
        await tell(stock('accept-material'), { place: 'main', slip: `LY-${number}` }, technician);
    // One lot only is left there, and need not be named.
    await tell(stock('issue-material'), { ...one, slip: 'LY-X' });
    await tell(stock('accept-material'), { place: 'main', slip: 'LY-X' }, technician);
    expect(await lotsAt('hands-E-technician')).toEqual(['L-2601 4', 'L-2603 1']);
  });

  test('[R12] recall: a lot tells where it is, whose hands it was in and to whom it was sold', async () => {
    const sale = { place: 'main', slip: 'XS-1', quantity: 2, customer: '兰亭物业', price: '40.00' };
    const sold = await tell(stock('sell-material'), { ...sale, method: 'cash' });
    const min = `minPosition=${sold.position}`;
    const there = await read<{ items: object[] }>(`lots?lot=L-2603&${min}`);
    expect(there.items).toMatchObject([
      { place: 'hands-E-technician', thousandths: '1000', expires: '2099-03-31' },
      { place: 'main', thousandths: '3000' },
    ]);
    const moves = await read<{ items: { kind: string }[] }>(
      `lot-moves?sku=GLUE-1&lot=L-2603&${min}`,
    );
    expect(moves.items.map(({ kind }) => kind)).toEqual([
      ...['MaterialReceived', 'MaterialIssued', 'MaterialTakenIn', 'MaterialSold'],
    ]);
    expect(moves.items).toMatchObject([
      { slip: 'RK-1', thousandths: '6000' },
      { to: 'hands-E-technician', slip: 'LY-X' },
      { place: 'hands-E-technician' },
      { customer: '兰亭物业', thousandths: '-2000' },
    ]);
  });

  test('[R16] lots are counted by lot, and adjusted by lot with the approval, also where there are as many', async () => {
    await tell('stocktakes', { stocktake: 'ST-1', place: 'main', skus: ['GLUE-1'] });
    const count = { sku: 'GLUE-1', quantity: 3 };
    expect(await refused('stocktakes/ST-1/count-stock', count)).toEqual([
      ...[400, 'lots-do-not-add-up', '/lots'],
    ]);
    const found = [
      { lot: 'L-2603', quantity: 2 },
      { lot: 'L-2605', quantity: 1, expires: '2099-05-31' },
    ];
    await tell('stocktakes/ST-1/count-stock', { ...count, lots: found });
    await tell('stocktakes/ST-1/close-stocktake');
    expect(await read('stocktakes/ST-1')).toMatchObject({
      differences: [
        {
          difference: 0,
          lots: [
            { lot: 'L-2603', quantity: -1 },
            { lot: 'L-2605', quantity: 1, expires: '2099-05-31' },
          ],
        },
      ],
    });
    await tell('stocktakes/ST-1/approve-stocktake', {}, supervisor);
    expect(await lotsAt('main')).toEqual(['L-2603 2', 'L-2605 1']);
  });
});
