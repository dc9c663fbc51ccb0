import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@app/scenario';
import type { Answer } from '@app/scenario/src/client.js';
import { inTurn } from '../bench/in-turn.js';
import { ownService } from '../support/own-service.js';
import { rounds } from '../support/rounds.js';
import { OPERATOR, Service } from '../support/service.js';

/* R12: what is there is issued, and not one piece more, however many ask for the last of it at once. */

const ISSUES = rounds({ short: 600, full: 100_000 });
const CLIENTS = 64;
const SKUS = Array.from({ length: 10 }, (_, number) => `CAP-${number}`);
/** Of each material: of all that is asked for four fifths are there. */
const THERE = (ISSUES / SKUS.length) * 0.8;
const PATIENCE_MS = rounds({ short: 120_000, full: 3_600_000 });
const KEEPER = { login: 'keeper', password: 'keeper-of-the-tests', employee: 'keeper' };

let other: Service;
afterAll(() => other?.end('SIGTERM'));
const own = ownService();
let clients: readonly Client[];

beforeAll(async () => {
  other = await Service.start(own.databaseUrl);
  clients = [new Client(own.service.url), new Client(other.url)];
  const [first] = clients as [Client];
  await first.signIn(OPERATOR.login, OPERATOR.password);
  const file = { employee: 'keeper', name: '何军', department: 'office', supervisor: true };
  await done(first, OPERATOR.login, '/employees', file);
  await done(first, OPERATOR.login, '/users', { ...KEEPER, roles: ['supervisor', 'storekeeper'] });
  for (const client of clients) await client.signIn(KEEPER.login, KEEPER.password);
  for (const location of ['main', 'van-1'])
    await done(first, KEEPER.login, '/locations', { location, name: location, kind: 'store' });
  for (const sku of SKUS) {
    const material = { sku, name: sku, unit: '只', decimals: 0, class: 'part' };
    await done(first, KEEPER.login, '/materials', material);
    const paper = { unitCost: '12.00', supplier: '华东电子', deliveryNote: 'SH-1' };
    const receipt = { place: 'main', quantity: THERE, ...paper };
    await done(first, KEEPER.login, `/stock/${sku}/receive-material`, receipt);
  }
}, 120_000);

async function done(client: Client, by: string, path: string, body: object): Promise<void> {
  const answer = await client.post(by, path, body);
  if (answer.status > 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
}

test(
  '[R12] 64 clients of two servers get exactly the pieces that are there, and the others are told that there are none',
  async () => {
    const answers = new Map<string, number>();
    const wrong: unknown[] = [];
    await inTurn(ISSUES, CLIENTS, async (number) => {
      const client = clients[number % clients.length]!;
      const stock = `/stock/${SKUS[number % SKUS.length]!}`;
      const paper = { place: 'main', slip: `LY-${number}` };
      const issue = { ...paper, to: 'van-1', quantity: 1 };
      const issued = await asked(client, `${stock}/issue-material`, issue, paper.slip);
      const { code = 'issued' } = issued.body as { code?: string };
      const said = `${issued.status} ${code}`;
      answers.set(said, (answers.get(said) ?? 0) + 1);
      if (issued.status !== 200) return;
      const accepted = await asked(
        client,
        `${stock}/accept-material`,
        paper,
        `${paper.slip}/there`,
      );
      if (accepted.status !== 200) wrong.push(accepted.body);
    });

    const issued = THERE * SKUS.length;
    expect([Object.fromEntries(answers), wrong]).toEqual([
      { '200 issued': issued, '422 not-in-stock': ISSUES - issued },
      [],
    ]);
    for (const sku of SKUS) {
      expect(await stockAt(sku, 'main')).toMatchObject({
        quantity: 0,
        value: '0.00',
        onItsWay: [],
      });
      expect(await stockAt(sku, 'van-1')).toMatchObject({ quantity: THERE, onItsWay: [] });
    }
  },
  PATIENCE_MS,
);

async function stockAt(sku: string, place: string): Promise<object> {
  return (await clients[0]!.get(KEEPER.login, `/stock/${sku}/at/${place}`)).body;
}

/** As any good client does who hears that the server is busy: again, under the same key. */
async function asked(client: Client, path: string, body: object, key: string): Promise<Answer> {
  for (;;) {
    const answer = await client.post(KEEPER.login, path, body, { key });
    if (answer.status !== 503) return answer;
  }
}
