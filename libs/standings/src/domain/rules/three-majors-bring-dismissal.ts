import { rule } from '@app/policy';

/**
 * D8: 全年度累计三次大过解雇: while three stand or stood, it is neither declined
 * nor revoked; only revoking an act that it is made of undoes it.
 */
export const threeMajorsBringDismissal = rule<{ readonly article: string }>(
  'D8',
  'three-majors-stand',
  {
    zh: '全年度累计三次大过，应予解雇',
    en: 'three major demerits within the year bring dismissal',
  },
  ({ article }) => article === 'D8',
);
