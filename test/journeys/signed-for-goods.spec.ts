import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutcomeBody, Problem } from '@app/http';
import { at, Centre } from './centre/centre.js';
import { call, equip } from './centre/good-day.js';

/* Whoever receives goods signs on the stores' pad, and a supervisor enters the picture in their place. */

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await centre.done('storekeeper', 'tools', {
    ...{ tool: 'T-200', name: '钳形表', serial: 'FLK-376-0007', class: 'meter' },
  });
}, 60_000);

afterAll(() => centre?.close());

const inTheirPlace = (path: string, body: object) =>
  centre.send<OutcomeBody & Problem>('supervisor', path, {
    body,
    headers: { 'On-Behalf-Of': 'li-wei' },
  });
const issue = (slip: string) =>
  centre.done('storekeeper', 'stock/CAP-35/issue-material', {
    ...{ place: 'main', to: 'hands-li-wei', quantity: 1, slip },
  });
const accept = (slip: string, more: object = {}) =>
  inTheirPlace('stock/CAP-35/accept-material', { place: 'main', slip, ...more });
const take = (signature: string) => inTheirPlace('tools/T-200/accept-tool', { signature });
const refusedBefore = {
  status: 422,
  body: { article: 'R12', code: 'receivers-signature-used-before' },
};

test('[R12] goods and tools that are signed for on the pad arrive, each by a picture of its own', async () => {
  await issue('LY-1');
  await issue('LY-2');
  await centre.done('storekeeper', 'tools/T-200/check-out-tool', { employee: 'li-wei' });
  expect((await accept('LY-1')).body.code).toBe('not-the-receiver');
  const signature = await centre.image('li-wei', 'LY-1');
  const taken = await accept('LY-1', { signature });
  expect([taken.status, taken.body.events?.[0]?.data]).toMatchObject([200, { signature }]);

  expect(await accept('LY-2', { signature })).toMatchObject(refusedBefore);
  expect(await take(signature)).toMatchObject(refusedBefore);
  const another = await centre.image('li-wei', 'T-200');
  expect((await take(another)).status).toBe(200);
  expect(await accept('LY-2', { signature: another })).toMatchObject(refusedBefore);
  expect((await accept('LY-2', { signature: await centre.image('li-wei', 'LY-2') })).status).toBe(
    200,
  );
});

test('[R12] [V22] a picture that was signed for goods is no customer’s, nor theirs one for goods', async () => {
  const [goods, customers] = [
    await centre.image('li-wei', 'LY-3'),
    await centre.image('hotline', 'Mrs Sun'),
  ];
  await issue('LY-3');
  await issue('LY-4');
  expect((await accept('LY-3', { signature: goods })).status).toBe(200);
  const inPerson = (ticket: string, image: string) =>
    centre.tell('hotline', 'tickets', {
      ...{ ...call(ticket, '08:05'), source: 'walk-in' },
      signature: { name: '孙丽', role: 'customer', signedAt: at('08:04'), image },
    });
  const refused = await inPerson('T-1', goods);
  expect(refused.body).toMatchObject({ article: 'V22', code: 'signature-used-before' });
  expect((await inPerson('T-1', customers)).status).toBe(201);
  expect(await accept('LY-4', { signature: customers })).toMatchObject(refusedBefore);
});
