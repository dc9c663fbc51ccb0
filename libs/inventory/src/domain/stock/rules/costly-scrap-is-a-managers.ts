import { fen, type Yuan } from '@app/kernel';
import { rule } from '@app/policy';

/** R11: what is thrown away beyond a storekeeper's limit is thrown away by whoever may approve it. */
export const costlyScrapIsAManagers = rule<{
  readonly value: Yuan;
  readonly approvalAbove: Yuan;
  readonly role: string;
}>(
  'R11',
  'scrap-not-approved',
  {
    zh: '报废金额超过限额，须由主管或总经理报废',
    en: 'goods of that value are scrapped by a supervisor or the general manager',
    whenFound: {
      zh: '报废金额超过限额而未经主管或总经理',
      en: 'goods of that value were scrapped by somebody who may not',
    },
  },
  ({ value, approvalAbove, role }) =>
    fen(value) > fen(approvalAbove) && role !== 'supervisor' && role !== 'general-manager',
);
