import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PageOf } from '@app/http';
import type { FindingRow } from '@app/findings/src/read-models/findings-inbox/findings-inbox.row.js';
import { until } from '@app/kernel/src/testing/until.js';
import { at, Centre, span } from './centre/centre.js';
import { equip, plan } from './centre/good-day.js';

/* A tool is taken to the customer before anybody has put down that it was handed out. */

const visit = 1;
let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  const clamp = { tool: 'T-200', name: '钳形表', serial: 'FLK-376-0007', class: 'meter' };
  await centre.done('storekeeper', 'tools', clamp);
  await plan(centre, 'T-1', 'li-wei', span('09:00', '11:00'));
  await centre.until(at('16:00'));
}, 60_000);

afterAll(() => centre?.close());

async function found(): Promise<string[]> {
  const { items } = await centre.read<PageOf<FindingRow>>(
    'supervisor',
    'findings?status=open,withdrawn&limit=100',
  );
  return items
    .filter(({ code }) => code.startsWith('tool-'))
    .map(({ code, person, status, kind }) => `${kind} ${code} ${person} ${status}`)
    .sort();
}

async function late(by: string, command: string, body: object): Promise<void> {
  const { status } = await centre.send(by, `tools/T-200/${command}`, { body });
  expect([command, status]).toEqual([command, 200]);
}

const onceFound = (last: string) => until(async () => (await found()).includes(last));

test('[V5] [R12] that it was handed out in time is told late: found is whoever told it late', async () => {
  const kit = { visit, badge: true, uniform: true, tools: ['T-100', 'T-200'], parts: [] };
  const step = { key: 'T-1/kit', command: 'prepare-visit', occurredAt: at('08:40'), data: kit };
  await centre.done('li-wei', 'tickets/T-1/send-steps', { steps: [step] });
  await onceFound('ticket tool-not-in-hand li-wei open');

  const out = { employee: 'li-wei', occurredAt: at('08:25') };
  await late('storekeeper', 'check-out-tool', out);
  await late('li-wei', 'accept-tool', { occurredAt: at('08:30') });
  await onceFound('ticket tool-not-in-hand li-wei withdrawn');
  expect(await found()).toEqual([
    'ticket tool-not-in-hand li-wei withdrawn',
    'ticket tool-recorded-after-use E-storekeeper open',
  ]);
});

test('[V5] that it had come back before is told late: it was not in hand then', async () => {
  const back = { condition: 'good', occurredAt: at('08:35') };
  await late('storekeeper', 'return-tool', back);
  await onceFound('ticket tool-not-in-hand li-wei open');
});
