import { rule } from '@app/policy';

/** R12: what is used up was first issued to whoever uses it. */
export const partsAreInHand = rule<{ readonly quantity: number; readonly inHand: number }>(
  'R12',
  'part-not-in-hand',
  {
    zh: '该技术员手中没有足够的配件',
    en: 'the technician does not hold that many of this part',
    whenFound: {
      zh: '使用了当时不在该技术员手中的配件',
      en: 'a part was used that the technician did not hold',
    },
  },
  ({ quantity, inHand }) => quantity > inHand,
);
