import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@app/http';
import { plusMinutes, type Instant } from '@app/kernel';
import { until } from '@app/kernel/src/testing/until.js';
import type { Centre } from './centre/centre.js';
import { casesOf, judge, judgedCentre, march, MANAGER } from './centre/judged.js';

/* What sales representatives have in their charge: cleared, missing at a count, and explained afterwards (D15, D22). */

let centre: Centre;

beforeAll(async () => {
  centre = await judgedCentre();
  for (const employee of ['wu-ting', 'he-ying', 'qin-yu', 'lin-tao'])
    await centre.hire(employee, 'sales', 'sales');
  const file = { kind: 'organisation', name: '文晖街道', phone: '0571-85392200' };
  await centre.done('supervisor', 'customers', { customer: 'wenhui', ...file });
  for (const sku of ['MIC-OLD', 'ALARM-PRO', 'CAP-35'])
    await centre.done('storekeeper', 'materials', {
      ...{ sku, name: sku, unit: '只', decimals: 0, class: 'goods' },
    });
}, 60_000);

afterAll(() => centre?.close());

const cases = (employee: string) => casesOf(centre, employee);
const become = (employee: string, ...expected: readonly string[]) =>
  until(async () => JSON.stringify(await cases(employee)) === JSON.stringify(expected));

/** So many pieces are in somebody's hands from the beginning. */
const inHands = (employee: string, sku: string, quantity: number, value: string) =>
  centre.done(MANAGER, `stock/${sku}/enter-opening-stock`, {
    ...{ place: `hands-${employee}`, quantity, value, source: '样机领用单' },
  });

const sale = (employee: string, slip: string, quantity: number, price: string) => ({
  ...{ place: `hands-${employee}`, slip, quantity, price, customer: 'wenhui', method: 'wechat' },
});

/** A sale is told only now: by whoever made it, or by a supervisor in their place. */
async function toldLate(
  seller: string,
  [sku, sold]: readonly [string, object],
  occurredAt: Instant,
  by = seller,
): Promise<void> {
  const body = { ...sold, occurredAt };
  const headers: Record<string, string> = by === seller ? {} : { 'On-Behalf-Of': seller };
  const told = await centre.send<Problem>(by, `stock/${sku}/sell-material`, { body, headers });
  expect(told.body).not.toHaveProperty('code');
}

/** The pieces in somebody's hands are counted twice, as what is dear must be, and the count is approved. */
async function counted(
  stocktake: string,
  employee: string,
  [sku, quantity]: readonly [string, number],
  at: Instant,
): Promise<void> {
  await centre.until(at);
  await centre.done('storekeeper', 'stocktakes', { stocktake, place: `hands-${employee}` });
  for (const by of ['storekeeper', 'supervisor'])
    await centre.done(by, `stocktakes/${stocktake}/count-stock`, { sku, quantity });
  await centre.done('storekeeper', `stocktakes/${stocktake}/close-stocktake`);
  await centre.done(MANAGER, `stocktakes/${stocktake}/approve-stocktake`);
  await gathered(at);
}

/** What is missing is told once all lines of a stocktake are there. */
const gathered = (at: Instant) => centre.until(plusMinutes(at, 15));

describe('[D15] goods that were listed as slow-moving', () => {
  const sell = (slip: string, quantity: number, price: string) =>
    centre.done('wu-ting', 'stock/MIC-OLD/sell-material', sale('wu-ting', slip, quantity, price));
  const takeBack = (slip: string, quantity: number, refund: string) =>
    centre.done('wu-ting', 'stock/MIC-OLD/take-back-material', {
      ...{ place: 'hands-wu-ting', slip, quantity, refund },
    });

  test('and are all sold within the term make a case, which is dropped as one of them comes back', async () => {
    await inHands('wu-ting', 'MIC-OLD', 4, '320.00');
    const listing = { sku: 'MIC-OLD', quantity: 4, until: march(31, '18:00') };
    await centre.done('supervisor', 'listings', listing);
    await sell('XS-1', 4, '360.00');
    await become('wu-ting', 'D15.slow-moving open');
    await judge(centre, ['wu-ting', 1], 'propose-act');
    await takeBack('XS-1', 1, '90.00');
    await become('wu-ting', 'D15.slow-moving dropped');
  });

  test('make another as that is sold again; once decided, taking it back is proposed', async () => {
    await centre.until(march(2, '09:00'));
    await sell('XS-2', 1, '80.00');
    await become('wu-ting', 'D15.slow-moving dropped', 'D15.slow-moving open');
    await judge(centre, ['wu-ting', 2], 'propose-act');
    await judge(centre, ['wu-ting', 2], 'decide-act');
    await centre.until(march(2, '09:30'));
    await takeBack('XS-2', 1, '80.00');
    const dropped = 'D15.slow-moving dropped';
    await become('wu-ting', dropped, 'D15.slow-moving decided', 'D15.corrected proposed');
    await judge(centre, ['wu-ting', 3], 'decide-act');
    await become('wu-ting', dropped, 'D15.slow-moving revoked', 'D15.corrected decided');
  });
});

describe('[D22] goods that are missing at a count', () => {
  test('and are worth much make a case, which a sale of before the count, told late, has dropped', async () => {
    await inHands('he-ying', 'ALARM-PRO', 2, '24000.00');
    await counted('ST-1', 'he-ying', ['ALARM-PRO', 1], march(3, '10:00'));
    await become('he-ying', 'D22.shortage open');
    const sold = sale('he-ying', 'XS-11', 1, '15000.00');
    await toldLate('he-ying', ['ALARM-PRO', sold], march(3, '09:00'));
    await gathered(march(3, '10:15'));
    await become('he-ying', 'D22.shortage dropped');
  });

  test('of an act that was decided, the dismissal is proposed to be taken back, and is', async () => {
    await inHands('qin-yu', 'ALARM-PRO', 2, '24000.00');
    await counted('ST-2', 'qin-yu', ['ALARM-PRO', 1], march(4, '10:00'));
    await become('qin-yu', 'D22.shortage open');
    await judge(centre, ['qin-yu', 1], 'verify-case', { result: '本人未能说明去向' });
    await judge(centre, ['qin-yu', 1], 'propose-act');
    await judge(centre, ['qin-yu', 1], 'hear-employee', { statement: '应当已售出' });
    await judge(centre, ['qin-yu', 1], 'decide-act');
    const status = async () =>
      (await centre.read<{ status: string }>(MANAGER, 'employees/qin-yu')).status;
    await until(async () => (await status()) === 'dismissed');
    // Whoever was dismissed tells nothing any more, and yet had sold it.
    const sold = sale('qin-yu', 'XS-21', 1, '15000.00');
    await toldLate('qin-yu', ['ALARM-PRO', sold], march(4, '09:00'), 'supervisor');
    await gathered(march(4, '10:15'));
    await become('qin-yu', 'D22.shortage decided', 'D22.corrected proposed');
    await judge(centre, ['qin-yu', 2], 'decide-act');
    await until(async () => (await status()) === 'active');
    expect(await cases('qin-yu')).toEqual(['D22.shortage revoked', 'D22.corrected decided']);
  });

  test('repeatedly make a case, which is dropped as a sale told late explains one that is not its own', async () => {
    await inHands('lin-tao', 'CAP-35', 10, '120.00');
    await counted('ST-3', 'lin-tao', ['CAP-35', 9], march(5, '10:00'));
    await counted('ST-4', 'lin-tao', ['CAP-35', 8], march(6, '10:00'));
    await counted('ST-5', 'lin-tao', ['CAP-35', 7], march(9, '10:00'));
    await become('lin-tao', 'D22.shortage open');
    const sold = sale('lin-tao', 'XS-31', 1, '20.00');
    await toldLate('lin-tao', ['CAP-35', sold], march(6, '09:00'));
    await gathered(march(9, '10:15'));
    await become('lin-tao', 'D22.shortage dropped');
  });
});
