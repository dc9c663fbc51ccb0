import { expect, test } from '@jest/globals';
import { begun } from './begun.js';

test.each([
  ['x agreed to the work.', { agreedBy: 'x' }, 'x agreed to the work.'],
  ['van Dijk, agreed', { by: { name: 'van Dijk' } }, 'van Dijk, agreed'],
  ['the customer agreed.', { agreedBy: 't' }, 'The customer agreed.'],
  ['the customer agreed.', { remark: '' }, 'The customer agreed.'],
  ['technician li-wei arrived.', null, 'Technician li-wei arrived.'],
])('%s begins as it should', (sentence, data, expected) => {
  expect(begun(sentence, data)).toBe(expected);
});
