import { rule } from '@app/policy';
import { someOf } from './some-of.js';

/** R13: by what a period was judged it stays: nobody raises or lowers the target in hindsight. */
export const judgedTargetsStand = (periods: readonly string[]) =>
  rule<{ readonly periods: readonly string[] }>(
    'R13',
    'target-was-judged-by',
    {
      zh: `该指标已用于考核（${someOf(periods)}），不得再改`,
      en: `the target has been judged by (${someOf(periods)}) and stands`,
    },
    (said) => said.periods.length > 0,
  );
