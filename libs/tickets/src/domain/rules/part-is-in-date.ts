import { rule } from '@app/policy';

/** R12: what has expired is not handed out, and so not used on a customer's product either. */
export const partIsInDate = rule<{ readonly expired?: readonly string[] }>(
  'R12',
  'lot-expired',
  {
    zh: '该批号配件已过有效期，不得使用',
    en: 'the lot has expired, and is not used',
    whenFound: { zh: '使用了已过有效期的批号', en: 'a part was used of a lot that had expired' },
  },
  ({ expired = [] }) => expired.length > 0,
);
