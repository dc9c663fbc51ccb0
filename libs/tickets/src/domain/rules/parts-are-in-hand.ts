import { rule } from '@app/policy';

/** R12: what is used up was first issued to whoever uses it. */
export const partsAreInHand = rule<{ readonly quantity: number; readonly inHand: number }>(
  'R12',
  'part-not-in-hand',
  {
    zh: '该技术员手中没有足够的配件',
    en: 'the technician has not that many of the part in hand',
  },
  ({ quantity, inHand }) => quantity > inHand,
);
