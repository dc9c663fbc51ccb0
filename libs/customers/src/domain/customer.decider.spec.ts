import { expect, test } from '@jest/globals';
import { added, registered } from '../testing/customers.js';
import { customerDecider, MOST_SITES, type Customer } from './customer.decider.js';

const withSites = (count: number): Customer =>
  [
    registered('lanting'),
    ...Array.from({ length: count }, (_, n) =>
      added('lanting', { site: `S-${n}`, address: '东门' }),
    ),
  ].reduce(customerDecider.evolve, customerDecider.initialState());

const add = (customer: Customer) =>
  customerDecider.decide(
    {
      type: 'AddSite',
      id: 'c',
      occurredAt: '2026-03-02T01:00:00.000Z',
      actor: { id: 'li-na', role: 'hotline' },
      data: { site: 'S-new', address: '西门', landmark: null },
    } as never,
    customer,
  );

test('a customer has two hundred sites at most, each of which goes out with every reading', () => {
  expect(add(withSites(MOST_SITES - 1))).toMatchObject([{ type: 'SiteAdded' }]);
  expect(() => add(withSites(MOST_SITES))).toThrow(/200 sites at most/);
});
