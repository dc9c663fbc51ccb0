import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { manyClauses } from '@app/projections/src/testing/long-texts.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { added, changed, event, registered } from '../../testing/customers.js';
import { customerListModel } from './customer-list.read-model.js';

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(customerListModel);
  await readSide.happenedIn(
    'customer-renji',
    registered('renji', { name: '仁济医院', phone: '+8657187220120' }),
  );
  await readSide.happenedIn(
    'customer-lanting',
    registered('lanting'),
    added('lanting', { site: 'gate', address: '紫金港路 66 号', landmark: '红色消防栓' }),
    added('lanting', { site: 'garage', address: '解放路', phone: '+8657185392217' }),
    changed('lanting', { site: 'garage', address: '文晖路地下车库' }),
    event('ContactAdded', {
      customer: 'lanting',
      contact: 'zhou',
      name: '周强',
      roles: ['responsible-person'],
      phone: '+8657185392210;ext=801',
    }),
  );
  await readSide.happenedIn('customer-Wenhui', registered('Wenhui', { name: '文晖实验小学' }));
});

afterAll(() => readSide.stop());

const found = async (q?: string) =>
  (await readSide.page(customerListModel, q === undefined ? {} : { q })).items;
const ids = async (q: string) => (await found(q)).map(({ customer }) => customer);

describe('the list of customers', () => {
  test('shows everybody on file, by id, with the sites', async () => {
    const items = await found();
    expect(items.map(({ customer }) => customer)).toEqual(['Wenhui', 'lanting', 'renji']);
    expect(items[1]).toEqual({
      customer: 'lanting',
      name: '兰亭花园物业',
      kind: null,
      salutation: null,
      phone: '+8657185216600',
      sites: [
        {
          site: 'gate',
          address: '紫金港路 66 号',
          landmark: '红色消防栓',
          access: null,
          phone: null,
        },
        { site: 'garage', address: '文晖路地下车库', landmark: null, access: null, phone: null },
      ],
      contacts: [
        {
          contact: 'zhou',
          name: '周强',
          roles: ['responsible-person'],
          phone: '+8657185392210;ext=801',
          site: null,
        },
      ],
      version: 5,
    });
  });

  test.each([
    ['a name', '医院', ['renji']],
    ['the end of a phone number', '0120', ['renji']],
    ['a phone number with its area code', '0571-8722 0120', ['renji']],
    ['a phone number without it', '87220120', ['renji']],
    ['a phone number in full-width digits', '０５７１－８７２２０１２０', ['renji']],
    ['a phone number with the code of the country', '+86 571 8722 0120', ['renji']],
    ['the end of a contact’s number', '2210', ['lanting']],
    ['a contact’s number with its extension', '85392210 转 801', ['lanting']],
    ['a contact’s name', '周强', ['lanting']],
    ['an id, whatever its case', 'WENHUI', ['Wenhui']],
    ['an address', '紫金港', ['lanting']],
    ['a landmark', '消防栓', ['lanting']],
    ['name or address', '文晖', ['Wenhui', 'lanting']],
    ['words that all occur', '物业 车库', ['lanting']],
    ['the phone number of a site that has none any more', '2217', []],
    ['an address of the past', '解放', []],
    ['nothing but signs', '%_', []],
  ])('finds %s: %s', async (_, q, customers) => {
    expect(await ids(q)).toEqual(customers);
  });

  test('goes on when a customer has more sites than the index takes', async () => {
    const sites = Array.from({ length: 300 }, (_, index) =>
      added('chain', {
        site: `shop-${index}`,
        address: manyClauses(300, index + 1),
        landmark: manyClauses(200, index + 1_001),
      }),
    );
    const chain = registered('chain', { name: '万家连锁便利店', phone: '+864008200099' });
    await readSide.happenedIn('customer-chain', chain, ...sites);
    await readSide.happenedIn('customer-next', registered('next', { name: '后来居上' }));
    expect(await ids('后来')).toEqual(['next']);
    expect(await ids('连锁便利 0099')).toEqual(['chain']);
    expect((await found('shop-0')).map(({ sites: shown }) => shown.length)).toEqual([300]);
  });
});
