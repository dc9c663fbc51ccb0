import { rule } from '@app/policy';

/** R2: a figure by somebody's word counts once another person has confirmed it. */
export const figuresAreConfirmedByAnother = rule<{
  readonly proposedBy: readonly string[];
  readonly parties: readonly string[];
}>(
  'R2',
  'own-figures-confirmed',
  {
    zh: '手工录入的数字须由录入者以外的人确认',
    en: 'a figure that was entered by hand is confirmed by somebody else',
  },
  ({ proposedBy, parties }) => parties.some((each) => proposedBy.includes(each)),
);
