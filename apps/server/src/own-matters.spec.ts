import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { employeeOf, StandingCentre, type Who } from './testing/standing-centre.js';

/* What is somebody's own: shares of income, notices and mailboxes, through the routes. */

let centre: StandingCentre;
const year = '2026';

beforeAll(async () => {
  centre = await StandingCentre.start('2026-03-02T01:00:00.000Z');
  await centre.promulgate('2026.1');
  await centre.setClock('2026-03-03T01:00:00.000Z');
}, 120_000);

afterAll(() => centre?.stop());

describe('[D30] the share of extra service', () => {
  const shares = async (who: Who) => {
    const head = await centre.service.store.head();
    const path = `income-shares?year=${year}&minPosition=${head}`;
    const { body, status } = await centre.get<{ items: object[] }>(who, path);
    expect(status).toBe(200);
    return body.items;
  };

  test('rests on a paper and another’s word, is a fifth of the net, and is paid once', async () => {
    const { open, ok, refused } = centre.of('technician', year);
    const evidence = [await centre.paper('创收交款单')];
    const said = { article: 'D30', clause: 'extra-service', income: '533.37', costs: '200.00' };
    const bare = await refused('hotline', 'open-case', { ...said, facts: '加装防盗器' });
    expect(bare).toMatchObject({ code: 'amount-without-evidence' });
    const number = await open({ ...said, facts: '加装防盗器', evidence });
    expect(await refused('supervisor', 'propose-act', { case: number })).toMatchObject({
      article: 'D30',
      code: 'not-confirmed',
    });
    await ok('supervisor', 'verify-case', { case: number, result: '属实' });
    await ok('supervisor', 'propose-act', { case: number });
    await ok('supervisor', 'decide-act', { case: number });
    // 533.37 − 200.00 = 333.37; a fifth of it is 66.674.
    const due = { employee: employeeOf('technician'), amount: '66.67', state: 'due', paid: null };
    expect(await shares('technician')).toEqual([expect.objectContaining(due)]);
    expect(await refused('technician', 'pay-share', { case: number })).toMatchObject({
      status: 403,
    });
    expect(await refused('stranger', 'pay-share', { case: number })).toMatchObject({
      code: 'not-led-by-you',
    });
    await ok('supervisor', 'pay-share', { case: number });
    expect(await refused('supervisor', 'pay-share', { case: number })).toMatchObject({
      article: 'D30',
      code: 'share-paid',
    });
    const paid = { state: 'paid', paid: '66.67', paidBy: employeeOf('supervisor') };
    expect(await shares('technician')).toEqual([expect.objectContaining(paid)]);
  });

  test('is read by whose it is, those above them and who audits', async () => {
    for (const who of ['technician', 'supervisor', 'chief', 'manager', 'auditor'] as const)
      expect(await shares(who)).toHaveLength(1);
    for (const who of ['sales', 'hotline', 'stranger'] as const)
      expect(await shares(who)).toEqual([]);
  });
});

describe('a mailbox', () => {
  const mailbox = (who: Who) => `mailboxes/${employeeOf(who)}`;

  test('is set by whose it is, or who leads the house, and read by nobody else', async () => {
    const said = { employee: employeeOf('sales'), address: 'sales@example.com', language: 'zh' };
    expect(await centre.refused('technician', 'mailboxes', said)).toMatchObject({
      status: 403,
      code: 'not-your-mailbox',
    });
    await centre.ok('sales', 'mailboxes', said);
    const read = async (who: Who) => (await centre.get(who, mailbox('sales'))).status;
    for (const who of ['sales', 'supervisor', 'manager', 'auditor'] as const)
      expect([who, await read(who)]).toEqual([who, 200]);
    for (const who of ['technician', 'hotline'] as const)
      expect([who, await read(who)]).toEqual([who, 403]);
    const history = `streams/mailbox-${employeeOf('sales')}/events`;
    expect((await centre.get('technician', history)).body).toMatchObject({
      code: 'stream-of-another',
    });
    expect((await centre.get('sales', history)).status).toBe(200);
  });
});

describe('a notice', () => {
  interface Notice {
    readonly notice: string;
    readonly unread: number;
    readonly about: { readonly kind: string };
  }
  const noticesOf = async (who: Who) => {
    const { body, status } = await centre.get<{ items: Notice[] }>(who, 'my-notices');
    expect(status).toBe(200);
    return body.items;
  };
  let notice: string;

  test('is in the list of whom it was given to, and in nobody else’s', async () => {
    await centre.ok('hotline', 'tickets', {
      ticket: 'T-1',
      source: 'hotline',
      fault: '空调不制冷',
      name: '孙丽',
      phone: '13800000001',
      address: '人民路 8 号',
      landmark: '人民公园东门',
    });
    await centre.ok('chief', 'tickets/T-1/schedule-visit', {
      technician: employeeOf('technician'),
      window: { from: '2026-03-04T01:00:00.000Z', until: '2026-03-04T03:00:00.000Z' },
      atCustomersWish: true,
    });
    await until(async () => (await noticesOf('technician')).length > 0);
    const [one, ...more] = await noticesOf('technician');
    expect(more).toEqual([]);
    expect(one).toMatchObject({ ticket: 'T-1', about: { kind: 'visit-assigned' }, unread: 1 });
    notice = one!.notice;
    for (const who of ['sales', 'hotline', 'supervisor', 'auditor'] as const)
      expect([who, await noticesOf(who)]).toEqual([who, []]);
  });

  test('has a history that only they, who leads the house and who audits read', async () => {
    for (const path of ['events', 'account', 'replay']) {
      const read = async (who: Who) =>
        (await centre.get(who, `streams/notice-${notice}/${path}`)).status;
      for (const who of ['technician', 'manager', 'auditor'] as const)
        expect([who, path, await read(who)]).toEqual([who, path, 200]);
      for (const who of ['sales', 'hotline', 'supervisor', 'chief'] as const)
        expect([who, path, await read(who)]).toEqual([who, path, 403]);
    }
  });

  test('is acknowledged by nobody else', async () => {
    const path = `notices/${notice}/acknowledge-notice`;
    for (const who of ['sales', 'supervisor', 'manager'] as const)
      expect(await centre.refused(who, path, {})).toMatchObject({ status: 403 });
    await centre.ok('technician', path, {});
    await until(async () => (await noticesOf('technician'))[0]!.unread === 0);
  });
});
