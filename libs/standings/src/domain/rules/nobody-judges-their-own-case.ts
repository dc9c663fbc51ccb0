import { rule } from '@app/policy';

/** R2: nobody verifies, hears, proposes or decides in a case of their own. */
export const nobodyJudgesTheirOwnCase = rule<{
  readonly employee: string;
  readonly parties: readonly string[];
}>(
  'R2',
  'own-case',
  { zh: '不得处理本人的案件', en: 'nobody acts in a case of their own' },
  ({ employee, parties }) => parties.includes(employee),
);
