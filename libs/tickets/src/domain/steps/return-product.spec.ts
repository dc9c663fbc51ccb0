import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { onSite, SIGNATURE } from '../../testing/on-site.past.js';
import {
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { returnProduct } from './return-product.js';

const given = givenFor(returnProduct);
const handed = { product: 'AC-778', receivedBy: '孙丽', signature: SIGNATURE };
const taken = [...onSite, past.productTakenIn(), past.left()];
const secondVisit = [
  past.scheduled({ visit: 2 }, '12:00'),
  past.departed('15:00', 2),
  past.arrived('15:30', 2),
];

test('[V18] the customer fetches the product', () => {
  given(...taken)
    .when(command('ReturnProduct', handed, '16:00', { by: DISPATCHER }))
    .then(event('ProductReturned', handed));
});

test('[V18] the product is brought back on a later visit', () => {
  given(...taken, ...secondVisit)
    .when(command('ReturnProduct', { ...handed, visit: 2 }, '16:00'))
    .then(event('ProductReturned', { ...handed, visit: 2 }));
});

test('[V18] on a visit it is brought by whoever makes that visit', () => {
  given(...taken, ...secondVisit)
    .when(command('ReturnProduct', { ...handed, visit: 2 }, '16:00', { by: WANG_FANG }))
    .thenThrows(Forbidden, 'not-your-visit');
  given(...taken)
    .when(command('ReturnProduct', { ...handed, visit: 1 }, '16:00'))
    .thenThrows(NotPossible, 'visit-left');
});

test('[V18] a technician hands nothing over for a ticket that is not theirs', () => {
  given(...taken)
    .when(command('ReturnProduct', handed, '16:00', { by: WANG_FANG }))
    .thenThrows(Forbidden, 'not-your-ticket');
});

test('[V18] only what is in custody goes back, and not before it came', () => {
  given(...onSite)
    .when(command('ReturnProduct', handed, '16:00'))
    .thenThrows(NotPossible, 'product-not-in-custody');
  given(...taken)
    .when(command('ReturnProduct', handed, '09:00'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[V18] of two products, the one that is not here does not go back', () => {
  given(...taken)
    .when(command('ReturnProduct', { ...handed, product: 'AC-9' }, '16:00'))
    .thenThrows(NotPossible, 'product-not-in-custody');
});

test('[V18] whoever gets the product back signs; told late, that they did not is found', () => {
  const unsigned = { product: 'AC-778', receivedBy: '孙丽' };
  const fetched = command('ReturnProduct', unsigned, '16:00', { by: DISPATCHER });
  given(...taken)
    .when(fetched)
    .thenRefusedUnder('V18', 'product-returned-unsigned');
  const [returned, found] = given(...taken)
    .when(inBatch(fetched))
    .events();
  expect(returned?.data).toEqual(unsigned);
  expect(found?.data).toMatchObject({
    code: 'product-returned-unsigned',
    visit: 1,
    person: DISPATCHER.id,
  });
});

test('[V18] whoever gets it back signs in their own name; a stamp bears that of the house', () => {
  const back = (signature: Partial<typeof SIGNATURE>, receivedBy = '孙丽') =>
    command(
      'ReturnProduct',
      { ...handed, receivedBy, signature: { ...SIGNATURE, ...signature } },
      '16:00',
      { by: DISPATCHER },
    );
  given(...taken)
    .when(back({ name: '李四' }))
    .thenRefusedUnder('V18', 'product-returned-under-another-name');
  const late = inBatch(back({ name: '李四' }));
  given(...taken)
    .when(late)
    .then(
      event('ProductReturned', late.data),
      past.found(1, 'V18', 'product-returned-under-another-name', { person: DISPATCHER.id }),
    );
  for (const same of [{ name: ' 孙 丽 ' }, { name: '翠苑物业', stamp: true }]) {
    const asked = back(same);
    given(...taken)
      .when(asked)
      .then(event('ProductReturned', asked.data));
  }
});

test('[V18] who is neither the customer nor who gave it says what they are to the customer', () => {
  const son = { ...handed, receivedBy: '孙小军', signature: { ...SIGNATURE, name: '孙小军' } };
  const back = (data: typeof son & { relationship?: string }) =>
    command('ReturnProduct', data, '16:00', { by: DISPATCHER });
  given(...taken)
    .when(back(son))
    .thenRefusedUnder('V18', 'product-returned-to-another');
  const told = { ...son, relationship: '孙丽的儿子' };
  given(...taken)
    .when(back(told))
    .then(event('ProductReturned', told));
  const responsible = {
    ...son,
    signature: { ...son.signature, role: 'responsible-person' as const },
  };
  given(...taken)
    .when(back(responsible))
    .then(event('ProductReturned', responsible));
  const gave = past.productTakenIn();
  const giver = { ...gave, data: { ...gave.data, agreedBy: '孙小军' } };
  given(...onSite, giver, past.left())
    .when(back(son))
    .then(event('ProductReturned', son));
});
