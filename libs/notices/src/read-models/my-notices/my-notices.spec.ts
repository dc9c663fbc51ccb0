import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specifyRows } from '@app/projections/src/testing/given-events.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { myNotices } from './my-notices.projection.js';
import { MyNoticesHandler, MyNoticesQuery } from './my-notices.query.js';
import { myNoticesModel } from './my-notices.read-model.js';

const { given, event } = specifyRows(myNotices, LI_WEI);

const told = (notice: string, employee = 'li-wei') =>
  event('NoticeGiven', {
    ...{ notice, employee, ticket: 'T-1', district: '西湖区', since: at('02:00') },
    about: { kind: 'rung-called', rung: 1, name: '值班技术员' },
  });
const seen = (notice: string) =>
  event('NoticeAcknowledged', { notice, employee: 'li-wei' }, '09:05');

test('a notice is unread until it is acknowledged, and says what became of its mail', () => {
  const unread = { notice: 'n', employee: 'li-wei', district: '西湖区', unread: 1, mail: null };
  expect(given(told('n'))).toMatchObject([{ ...unread, acknowledgedAt: null }]);
  expect(given(told('n'), seen('n'))).toMatchObject([{ unread: 0, acknowledgedAt: at('09:05') }]);
  const of = { notice: 'n', employee: 'li-wei' };
  expect(given(told('n'), event('NoticeMailed', of))).toMatchObject([{ ...unread, mail: 'sent' }]);
  const failed = event('NoticeMailFailed', { ...of, attempts: 3 });
  expect(given(told('n'), failed)).toMatchObject([{ ...unread, mail: 'failed' }]);
});

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(myNoticesModel);
  for (const notice of ['a', 'b', 'c', 'd'])
    await readSide.happenedIn(`notice-${notice}`, told(notice));
  await readSide.happenedIn('notice-x', told('x', 'wang-fang'));
  await readSide.happenedIn('notice-c', seen('c'));
  await readSide.happenedIn('notice-d', seen('d'));
});

afterAll(() => readSide.stop());

const ask = async (employee: string, page: { after?: string; limit?: number } = {}) => {
  const handler = new MyNoticesHandler(readSide.asOf, readSide.dataSource);
  const head = await readSide.store.head();
  const { items, next } = await handler.execute(new MyNoticesQuery(employee, page, head));
  return { ids: items.map(({ notice }) => notice), next };
};

test('everybody has their own, unread before acknowledged, the latest first', async () => {
  expect(await ask('li-wei')).toEqual({ ids: ['b', 'a', 'd', 'c'], next: null });
  expect((await ask('wang-fang')).ids).toEqual(['x']);
});

test('they come in pages, each once, and by no other list’s cursor', async () => {
  const first = await ask('li-wei', { limit: 3 });
  const rest = await ask('li-wei', { limit: 3, after: first.next! });
  expect([...first.ids, ...rest.ids]).toEqual(['b', 'a', 'd', 'c']);
  const other = Buffer.from('[2,"1"]').toString('base64url');
  await expect(ask('li-wei', { after: other })).rejects.toMatchObject({ code: 'bad-cursor' });
});
