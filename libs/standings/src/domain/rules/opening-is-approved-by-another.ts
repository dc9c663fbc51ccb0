import { rule } from '@app/policy';

/** R2: what is taken over from paper is approved by somebody who did not enter it. */
export const openingIsApprovedByAnother = rule<{
  readonly enteredBy: readonly string[];
  readonly parties: readonly string[];
}>(
  'R2',
  'own-opening-entry',
  {
    zh: '期初录入须由未参与录入的总经理批准',
    en: 'an opening entry is approved by a general manager who did not enter it',
  },
  ({ enteredBy, parties }) => parties.some((each) => enteredBy.includes(each)),
);
