import { expect, test } from '@jest/globals';
import { policy } from '@app/policy';
import { at } from '../../testing/ticket.builders.js';
import type { QuoteLine } from '../ticket/ticket.values.js';
import { afterWarranty } from './after-warranty.js';

const basis = 'out-of-cover' as const;
const { labourFeePerHour: perHour, version: edition } = policy;
const priced = (line: Omit<QuoteLine, 'amount' | 'basis'>, cost?: string) =>
  afterWarranty({ basis, ...line }, at('09:00'), () => cost);

test.each([
  ['1.00', '60.00'],
  ['1.50', '90.00'],
  ['0.01', '0.60'],
  ['12.34', '740.40'],
])(
  '[B2] %s hours of work after the warranty come to %s at most, by the edition’s fee',
  (hours, most) => {
    expect(priced({ item: 'labour', hours })).toEqual({
      from: 'labour-fee',
      perHour,
      edition,
      most,
    });
  },
);

test('[B2] parts come to what they cost, where somebody has them in hand', () => {
  expect(priced({ item: 'parts', sku: 'CAP', quantity: 2 }, '24.00')).toEqual({
    from: 'stock-cost',
    most: '24.00',
  });
  expect(priced({ item: 'parts', sku: 'CAP' })).toBeUndefined();
});

test('[B2] a sum for the whole has no measure, nor what is charged on other grounds', () => {
  expect(priced({ item: 'labour' })).toBeUndefined();
  expect(priced({ item: 'parts' }, '24.00')).toBeUndefined();
  const external = { item: 'labour', hours: '1.00', basis: 'external-cause' } as const;
  expect(afterWarranty(external, at('09:00'), () => '1.00')).toBeUndefined();
});
