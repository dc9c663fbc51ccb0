import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Replay } from '@app/audit';
import type { TicketDetailAnswer } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.row.js';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, give, take, untilWork, visitIn, warrant } from './centre/good-day.js';

/* Li Wei takes the air conditioner along; Wang Fang, who was never at the customer's, repairs it. */

const TICKET = 'T-workshop';
const visit = 1;
let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, 'li-wei');
  await centre.hire('wang-fang');
  await give(centre, 'wang-fang', 2);
  await warrant(centre);
  const image = await centre.image('li-wei', 'Mrs Sun gives the product');
  await centre.done('hotline', 'tickets', call(TICKET));
  await take(centre, TICKET, [visitIn(span('09:00', '10:00')), ...untilWork()]);
  const signature = { name: '孙丽', role: 'customer', signedAt: at('09:30'), image };
  const product = {
    product: 'AC-778',
    custodySlip: 'CS-1',
    agreedBy: '孙丽',
    photos: [],
    signature,
  };
  await take(centre, TICKET, [
    ['li-wei', 'take-product-in', '09:30', { visit, ...product }],
    ['li-wei', 'leave-site', '09:40', { visit }],
  ]);
}, 60_000);

afterAll(() => centre?.close());

const stateOf = async (stream: string) =>
  (await centre.read<Replay>('supervisor', `streams/${stream}/replay`)).state;

test('[V18] whoever repairs in the workshop uses their own parts, and the office enters their hours', async () => {
  const part = { visit, sku: 'CAP-35', quantity: 2 };
  await take(centre, TICKET, [['wang-fang', 'consume-part', '11:00', part]]);
  expect(await stateOf('stock-CAP-35:hands-wang-fang')).toMatchObject({ thousandths: 0 });
  expect(await stateOf('stock-CAP-35:hands-li-wei')).toMatchObject({ thousandths: 1000 });

  const log = (from: string, until: string) =>
    centre.tell(
      'supervisor',
      `tickets/${TICKET}/log-labour`,
      { visit, workType: '换电容', span: span(from, until) },
      { 'On-Behalf-Of': 'wang-fang' },
    );
  await centre.until(at('11:30'));
  expect(await log('10:30', '11:00')).toMatchObject({ status: 200 });
  expect(await log('10:45', '11:15')).toMatchObject({ status: 422, body: { article: 'R10' } });
  expect(await stateOf(`diary-wang-fang-${DAY}`)).toMatchObject({
    hours: [{ ticket: TICKET, span: span('10:30', '11:00') }],
  });

  const result = { cause: 'company-product', testResult: '出风 12 度', restored: true, photos: [] };
  const { position } = await take(centre, TICKET, [
    ['wang-fang', 'complete-repair', '11:35', { visit, ...result }],
  ]);
  const detail = await centre.read<TicketDetailAnswer>(
    'dispatcher',
    `tickets/${TICKET}?minPosition=${position}`,
  );
  expect(detail).toMatchObject({
    visits: [
      { entries: [{ technician: 'wang-fang' }, { technician: 'wang-fang', hours: '0.50' }] },
    ],
  });
}, 60_000);
