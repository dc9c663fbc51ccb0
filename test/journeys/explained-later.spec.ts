import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PageOf } from '@app/http';
import type { FindingRow } from '@app/findings/src/read-models/findings-inbox/findings-inbox.row.js';
import { at, Centre, span } from './centre/centre.js';
import { equip, plan, take, untilWork, warrant } from './centre/good-day.js';
import { until } from '@app/kernel/src/testing/until.js';

/* A part is taken to the customer before anybody has put down that it was issued. */

const visit = 1;
let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, 'li-wei', 1);
  await warrant(centre);
  await plan(centre, 'T-1', 'li-wei', span('09:00', '11:00'));
  await take(centre, 'T-1', untilWork());
  await centre.until(at('16:00'));
}, 60_000);

afterAll(() => centre?.close());

async function found(): Promise<string[]> {
  const { items } = await centre.read<PageOf<FindingRow>>(
    'supervisor',
    'findings?status=open,withdrawn&limit=100',
  );
  return items
    .filter(({ article }) => article === 'R12')
    .map(({ code, person, status, kind }) => `${kind} ${code} ${person} ${status}`)
    .sort();
}

test('[R12] an issue that is entered late covers what was used, and the finding goes to whoever entered it late', async () => {
  const part = { visit, sku: 'CAP-35', quantity: 3 };
  const use = { key: 'T-1/part', command: 'consume-part', occurredAt: at('10:30'), data: part };
  await centre.done('li-wei', 'tickets/T-1/send-steps', { steps: [use] });
  await until(async () => (await found()).length > 0);
  expect(await found()).toEqual(['ticket part-not-in-hand li-wei open']);

  const slip = 'I-late';
  const issue = { place: 'main', to: 'hands-li-wei', quantity: 2, slip, occurredAt: at('08:40') };
  const late = await centre.send('storekeeper', 'stock/CAP-35/issue-material', { body: issue });
  expect(late.status).toBe(200);
  await centre.done('li-wei', 'stock/CAP-35/accept-material', { place: 'main', slip });
  await until(async () => (await found()).some((each) => each.endsWith('withdrawn')));
  expect(await found()).toEqual([
    'stock recorded-after-use E-storekeeper open',
    'ticket part-not-in-hand li-wei withdrawn',
  ]);

  const correct = { entry: 1, quantity: 2, reason: '多记一件' };
  await centre.done('li-wei', 'tickets/T-1/correct-part', correct);
  expect(await found()).toHaveLength(2);
});
