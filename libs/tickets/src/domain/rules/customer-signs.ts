import { rule } from '@app/policy';

/** V22: the customer signs or stamps the record. */
export const customerSigns = rule<{ readonly refused: boolean }>(
  'V22',
  'signature-refused',
  {
    zh: '客户拒绝签字',
    en: 'the customer refused to sign',
  },
  ({ refused }) => refused,
);
