import { rule } from '@app/policy';

/**
 * R2: nobody who reported, verified, proposed or decided decides the appeal. The general manager does on
 * their own decision, on the written opinion of somebody who took no part.
 */
export const appealIsDecidedByAnother = rule<{
  readonly tookPart: readonly string[];
  readonly parties: readonly string[];
  readonly opinionBy?: string;
}>(
  'R2',
  'appeal-against-own-decision',
  {
    zh: '参与过本案者不得裁定申诉；总经理须据未参与者的书面意见裁定',
    en: 'who took part does not decide the appeal, but on the written opinion of somebody who did not',
  },
  ({ tookPart, parties, opinionBy }) =>
    parties.some((each) => tookPart.includes(each)) &&
    (opinionBy === undefined || tookPart.includes(opinionBy) || parties.includes(opinionBy)),
);
