import { rule } from '@app/policy';

/** People who act, or are chosen, and those of whom the customer complains. */
export interface Parties {
  readonly people: readonly string[];
  readonly accused: readonly string[];
}

/** R9: whoever is complained of edits nothing of the complaint. */
export const accusedTakesNoPart = rule<Parties>(
  'R9',
  'complained-of',
  {
    zh: '被投诉人不得参与该投诉的处理',
    en: 'whoever is complained of takes no part in dealing with it',
  },
  ({ people, accused }) => people.some((each) => accused.includes(each)),
);

/** R9: somebody who is not complained of investigates. */
export const accusedDoesNotInvestigate = rule<Parties>(
  'R9',
  'investigator-complained-of',
  {
    zh: '不得由被投诉人调查',
    en: 'a complaint is not investigated by whoever is complained of',
  },
  ({ people, accused }) => people.some((each) => accused.includes(each)),
);

/** R9: who is to investigate does, and nobody else. */
export const investigatedByTheAssigned = rule<{
  readonly people: readonly string[];
  readonly assigned: readonly string[];
}>(
  'R9',
  'not-the-investigator',
  {
    zh: '只有指定的调查人能报告调查结果',
    en: 'only who was assigned to investigate reports what was found',
  },
  ({ people, assigned }) => !people.some((each) => assigned.includes(each)),
);

/** R9: whoever investigated does not judge; and nobody judges before it was investigated. */
export const judgedByAnother = rule<{
  readonly people: readonly string[];
  readonly investigators: readonly string[];
}>(
  'R9',
  'investigator-judges',
  {
    zh: '调查人不得兼作认定',
    en: 'whoever investigated does not decide whether it is upheld',
  },
  ({ people, investigators }) => people.some((each) => investigators.includes(each)),
);
