import { rule } from '@app/policy';

/** R12: what has expired goes into nobody's hands; back to a store, and to be scrapped, it goes. */
export const expiredLotIsNotHandedOut = rule<{ readonly expired: readonly string[] }>(
  'R12',
  'lot-expired',
  {
    zh: '该批号已过有效期，不得发放或销售',
    en: 'the lot has expired, and is neither issued nor sold',
    whenFound: {
      zh: '发放或销售了已过有效期的批号',
      en: 'a lot was issued or sold that had expired',
    },
  },
  ({ expired }) => expired.length > 0,
);
