import { rule } from '@app/policy';

/** R10: the record is true only if nobody is at two customers' at a time. */
export const technicianIsInOnePlace = rule<{ readonly elsewhere: readonly string[] }>(
  'R10',
  'in-two-places',
  {
    zh: '同一时间该技术员还在另一客户处',
    en: 'at that time the same technician was at another customer’s',
  },
  ({ elsewhere }) => elsewhere.length > 0,
);
