import { rule, type ArticleId } from '@app/policy';
import type { Measure, Outcome } from '../edition/clause.js';

/** What follows from an article is what it says; where it leaves a choice, one of them (D19, D34). */
export const actIsOneOfTheOutcomes = (article: ArticleId) =>
  rule<{ readonly outcome: Outcome | undefined }>(
    article,
    'not-an-outcome-of-the-article',
    {
      zh: '处理结果须为本条规定的结果之一',
      en: 'it must be one of the outcomes of the article',
    },
    ({ outcome }) => outcome === undefined,
  );

/** The outcome with exactly these measures; without any named, the only one there is. */
export function outcomeOf(
  outcomes: readonly Outcome[],
  named: readonly Measure[] | undefined,
): Outcome | undefined {
  const plain = outcomes.filter(({ grave }) => !grave);
  if (named === undefined) return plain.length === 1 ? plain[0] : undefined;
  return outcomes.find(
    ({ measures }) =>
      measures.length === new Set(named).size && measures.every((each) => named.includes(each)),
  );
}
