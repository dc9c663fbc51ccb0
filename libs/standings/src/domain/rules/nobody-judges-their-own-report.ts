import { rule } from '@app/policy';

/** R2: who reported a case does not verify, hear, propose or decide it; somebody else with that role does. */
export const nobodyJudgesTheirOwnReport = rule<{
  readonly reporters: readonly string[];
  readonly parties: readonly string[];
}>(
  'R2',
  'own-report',
  {
    zh: '不得处理由本人报告的案件，须由另一位有权限者处理',
    en: 'nobody acts on their own report; somebody else with that authority does',
  },
  ({ reporters, parties }) => parties.some((each) => reporters.includes(each)),
);
