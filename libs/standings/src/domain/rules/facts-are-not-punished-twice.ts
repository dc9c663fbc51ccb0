import { rule, type ArticleId } from '@app/policy';
import type { Facts } from '../case/facts.js';
import type { CaseFile } from '../standing.state.js';

type Same = Pick<Facts, 'article' | 'clause' | 'happenedAt' | 'matter' | 'evidence' | 'figures'>;

interface Subject {
  readonly facts: Same;
  readonly cases: readonly { readonly status: CaseFile['status']; readonly opened: Same }[];
}

/**
 * D8 counts each act once: the same facts make one case under one article. They are the same where
 * moment and matter are, or a piece of evidence; of figures, where they are of the same period under the
 * same clause, as a streak starts anew once it has counted. A case that was dropped may be opened anew.
 */
export const factsAreNotPunishedTwice = (article: ArticleId) =>
  rule<Subject>(
    article,
    'same-facts-twice',
    {
      zh: '同一事实已依本条立案',
      en: 'there is a case of the same facts under this article',
    },
    ({ facts, cases }) =>
      cases.some(({ status, opened }) => status !== 'dropped' && isSame(facts, opened)),
  );

function isSame(facts: Same, opened: Same): boolean {
  if (facts.article !== opened.article) return false;
  if (facts.figures && opened.figures) return areOfOnePeriod(facts, opened);
  const sameMatter = (facts.matter ?? '') === (opened.matter ?? '');
  // One income makes one share, whenever it is told (D30).
  const oneIncome = facts.article === 'D30' && facts.matter !== undefined;
  if (sameMatter && (oneIncome || facts.happenedAt === opened.happenedAt)) return true;
  return facts.evidence.some((hash) => opened.evidence.includes(hash));
}

function areOfOnePeriod(facts: Same, opened: Same): boolean {
  const periods = facts.figures?.map(({ period }) => period) ?? [];
  return (
    facts.clause === opened.clause &&
    (opened.figures ?? []).some(({ period }) => periods.includes(period))
  );
}
