import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { Invalid } from '@app/kernel';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { added, event, registered } from '../../testing/customers.js';
import { customerListModel } from './customer-list.read-model.js';
import { LikelyDuplicatesHandler, LikelyDuplicatesQuery } from './likely-duplicates.query.js';

let readSide: ReadSide;
let handler: LikelyDuplicatesHandler;
const asked: string[] = [];

const merges = new StatedContexts((stream) =>
  stream === 'merge-sun' ? { merged: ['sun-2'] } : { merged: [] },
);

beforeAll(async () => {
  readSide = await ReadSide.start(customerListModel);
  const { dataSource } = readSide;
  dataSource.setOptions({
    logging: ['query'],
    logger: {
      logQuery: (sql: string, values: unknown[] = []) => asked.push(sql, JSON.stringify(values)),
      ...{ logQueryError: () => undefined, logQuerySlow: () => undefined },
      ...{ logSchemaBuild: () => undefined, logMigration: () => undefined, log: () => undefined },
    },
  });
  handler = new LikelyDuplicatesHandler(readSide.asOf, dataSource, merges);
  const sun = { name: '孙丽', phone: '+8613800000001' };
  await readSide.happenedIn(
    'customer-sun',
    registered('sun', sun),
    added('sun', { site: 'home', address: '紫金港路 66 号 3 单元', phone: '+8657185392217' }),
  );
  await readSide.happenedIn('customer-sun-2', registered('sun-2', sun));
  const zhou = { contact: 'z', name: '周强', roles: ['payer' as const] };
  await readSide.happenedIn(
    'customer-lanting',
    registered('lanting'),
    event('ContactAdded', { customer: 'lanting', ...zhou, phone: '+8613911112222;ext=801' }),
  );
  await readSide.happenedIn(
    'customer-other',
    registered('other', { name: '孙丽', phone: '+8613800000011' }),
    added('other', { site: 'home', address: '文晖路 2 号' }),
  );
  await readSide.happenedIn('customer-old', registered('old', { name: '老', phone: '110' }));
});

afterAll(() => readSide.stop());

const likely = async (caller: LikelyDuplicatesQuery['caller']) => {
  const head = await readSide.store.head();
  const { items } = await handler.execute(new LikelyDuplicatesQuery(caller, head));
  return items.map(({ customer, by }) => `${customer} ${by.join(',')}`);
};

describe('[R8] who is on file already', () => {
  test.each<[string, LikelyDuplicatesQuery['caller'], string[]]>([
    ['a customer’s own number', { phone: '+8613800000001' }, ['sun phone', 'sun-2 phone']],
    ['the number of a site', { phone: '+8657185392217' }, ['sun phone']],
    ['a contact’s, whatever its extension', { phone: '+8613911112222;ext=7' }, ['lanting phone']],
    ['a part of a number', { phone: '+86138000000' }, []],
    ['a number that was never put in form', { phone: '110' }, ['old phone']],
    [
      'name and address, however written',
      { name: '孫丽', address: '紫金港路66号，３单元' },
      ['sun name-and-address'],
    ],
    ['a name of somebody who lives elsewhere', { name: '孙丽', address: '紫金港路 66 号' }, []],
    [
      'both',
      { phone: '+8613800000011', name: '孙丽', address: '文晖路2号' },
      ['other phone,name-and-address'],
    ],
    ['a customer on file', { customer: 'sun-2', phone: '+8613800000001' }, ['sun phone']],
    ['a customer whose files are merged', { customer: 'sun', phone: '+8613800000001' }, []],
  ])('is found by %s', async (_, caller, expected) => {
    expect(await likely(caller)).toEqual(expected);
  });

  test('is asked of the database by keyed hashes alone', async () => {
    asked.length = 0;
    await likely({ phone: '+8657185392217', name: '孙丽', address: '紫金港路 66 号 3 单元' });
    const sent = asked.join('\n');
    expect(sent).toContain('tsquery');
    for (const word of ['孙', '紫金', '5392', '2217']) expect(sent).not.toContain(word);
  });

  test.each([{}, { name: '孙丽' }, { address: '文晖路 2 号' }, { name: '!', address: '?' }])(
    'is not looked for by nothing: %j',
    async (caller) => {
      await expect(likely(caller)).rejects.toThrow(Invalid);
    },
  );
});
