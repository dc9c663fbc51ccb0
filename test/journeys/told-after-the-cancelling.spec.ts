import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Replay } from '@app/audit';
import type { PageOf } from '@app/http';
import type { StepResult } from '@app/tickets/src/http/dto/steps.dto.js';
import type { BoardItem } from '@app/tickets/src/read-models/ticket-board/ticket-board.row.js';
import type { TicketDetailAnswer } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.row.js';
import { at, Centre, DAY, span } from './centre/centre.js';
import { equip, plan } from './centre/good-day.js';

/* The customer calls the ticket off while Li Wei, whose device has no network, is on the way to them. */

const TICKET = 'T-off';
const visit = 1;
const by = 'li-wei';
let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, by, 2);
  const unit = { unit: 'U-1', kind: 'product', product: '空调', documents: ['W-1'] };
  await centre.done('supervisor', 'units', unit);
  await plan(centre, TICKET, by, span('09:00', '10:00'));
}, 60_000);

afterAll(() => centre?.close());

type Told = readonly [command: string, time: string, data?: object];

async function work(): Promise<Told[]> {
  const image = await centre.image(by, 'Mrs Sun signs the quote');
  const signature = { name: '孙丽', role: 'customer', signedAt: at('09:20'), image };
  const lines = [{ item: 'labour', amount: '80.00', basis: 'out-of-cover' }];
  const quote = { lines };
  return [
    ['depart', '08:50'],
    ['record-arrival', '09:05'],
    ['greet-customer', '09:06', { introduced: true, credentialsShown: true }],
    ['check-entitlement', '09:10', { document: 'W-1' }],
    ['record-consent', '09:11', { by: '孙丽' }],
    ['inspect-integrity', '09:15', { partsComplete: true, tamperingSigns: false, photos: [] }],
    ['acknowledge-charge', '09:20', { quote, signature }],
    ['start-work', '09:25'],
    ['consume-part', '09:40', { sku: 'CAP-35', quantity: 1 }],
    ['log-labour', '10:00', { workType: '更换电容', span: span('09:25', '09:55') }],
    [
      'complete-repair',
      '10:00',
      { cause: 'no-fault', testResult: '出风 12 度', restored: true, photos: [] },
    ],
    ['collect-charge', '10:05', { amount: '80.00', method: 'cash' }],
    ['leave-site', '10:10'],
  ];
}

async function send(steps: readonly Told[]) {
  const { status, body } = await centre.tell<{ readonly results: readonly StepResult[] }>(
    by,
    `tickets/${TICKET}/send-steps`,
    {
      steps: steps.map(([command, time, data], index) => ({
        key: `${TICKET}/${index}`,
        command,
        occurredAt: at(time),
        data: { visit, ...data },
      })),
    },
  );
  expect(status).toBe(200);
  return body.results;
}

test('[V7] [R10] what was done on a ticket that was cancelled meanwhile is kept, and found', async () => {
  const told = await work();
  await centre.done('hotline', `tickets/${TICKET}/cancel-ticket`, {
    reason: '客户撤回',
    atCustomersWish: true,
    occurredAt: at('08:55'),
  });
  await centre.until(at('20:00'));
  const first = await send(told);
  expect(first.map(({ result, problem }) => problem ?? result)).toEqual(told.map(() => 'done'));
  const positions = (results: readonly StepResult[]) =>
    results.map(({ outcome }) => outcome?.position);
  expect(positions(await send(told))).toEqual(positions(first));

  const asOf = `minPosition=${first.at(-1)!.outcome!.position}`;
  const detail = await centre.read<TicketDetailAnswer>('dispatcher', `tickets/${TICKET}?${asOf}`);
  expect(detail).toMatchObject({
    status: 'cancelled',
    visits: [
      {
        progress: 'left',
        charge: { total: '80.00', collected: [{ amount: '80.00', method: 'cash' }] },
      },
    ],
  });
  const open = detail.findings.filter(({ status }) => status === 'open');
  const codes = open.map(({ code }) => code);
  expect(codes).toContain('visit-made-though-cancelled');
  expect(codes).toContain('site-not-cleaned');
  const used = await centre.read<Replay>('supervisor', 'streams/stock-CAP-35:hands-li-wei/replay');
  expect(used.state).toMatchObject({ thousandths: 1000 });
  const day = await centre.read<Replay>('supervisor', `streams/diary-${by}-${DAY}/replay`);
  expect(day.state).toMatchObject({ hours: [{ ticket: TICKET, span: span('09:25', '09:55') }] });

  const board = await centre.read<PageOf<BoardItem>>(
    'dispatcher',
    `tickets?status=cancelled&${asOf}`,
  );
  expect(board.items).toMatchObject([
    {
      ...{ ticket: TICKET, status: 'cancelled', openFindings: open.map(({ finding }) => finding) },
      visits: [{ progress: 'left', arrivedAt: at('09:05') }],
    },
  ]);
});
