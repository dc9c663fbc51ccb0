import { enforce, localDate } from '@app/kernel';
import { rule, type ArticleId } from '@app/policy';
import type { Facts } from '../case/facts.js';
import type { CaseFile } from '../standing.state.js';

type Same = Pick<
  Facts,
  | 'article'
  | 'clause'
  | 'happenedAt'
  | 'matter'
  | 'evidence'
  | 'figures'
  | 'adoption'
  | 'profit'
  | 'shortages'
>;

/** A case, or an entry from paper that has no number yet. */
interface Other {
  readonly status: CaseFile['status'];
  readonly opened: Same & { readonly year?: string };
  readonly case?: number;
}

/**
 * D8 counts each act once: the same facts make one case under one article. They are the same where
 * day and matter are, or a piece of evidence, or goods that were missing on one day; of a profit, where it
 * is of the same adoption; of figures, where they are of the same period under the same clause, as a streak
 * starts anew once it has counted. A case that was dropped may be opened anew.
 */
export const factsAreNotPunishedTwice = (article: ArticleId, first?: Other) =>
  rule<{ readonly first?: Other }>(
    article,
    'same-facts-twice',
    {
      zh: `同一事实已依本条立案${first?.case ? `（${yearOf(first)}第 ${first.case} 宗）` : ''}；确属另一事项的，请在 matter 中注明`,
      en: `there is a case of the same facts under this article${first?.case ? ` (case ${first.case}${inYear(first)})` : ''}; where it is another matter, say which in \`matter\``,
    },
    ({ first: other }) => other !== undefined,
  );

/** @throws Refused under the article, naming the first case of the same facts */
export function notPunishedTwice(facts: Same, cases: readonly Other[]): void {
  const first = cases.find(({ status, opened }) => status !== 'dropped' && isSame(facts, opened));
  enforce([factsAreNotPunishedTwice(facts.article, first)], first ? { first } : {});
}

function yearOf({ opened: { year } }: Other): string {
  return year ? `${year} 年` : '';
}

function inYear({ opened: { year } }: Other): string {
  return year ? ` of ${year}` : '';
}

function isSame(facts: Same, opened: Same): boolean {
  if (facts.article !== opened.article) return false;
  if (facts.figures && opened.figures) return areOfOnePeriod(facts, opened);
  if (facts.profit ?? opened.profit) return areOfOneAdoption(facts, opened);
  return (
    haveOneMatter(facts, opened) ||
    haveOneShortage(facts, opened) ||
    facts.evidence.some((hash) => opened.evidence.includes(hash))
  );
}

function haveOneMatter(facts: Same, opened: Same): boolean {
  if ((facts.matter ?? '') !== (opened.matter ?? '')) return false;
  // One income makes one share, whenever it is told (D30).
  const oneIncome = facts.article === 'D30' && facts.matter !== undefined;
  return oneIncome || localDate(facts.happenedAt) === localDate(opened.happenedAt);
}

/** Goods that were missing at one count are missing once, whatever case they are entered in (D22). */
function haveOneShortage({ shortages = [] }: Same, opened: Same): boolean {
  const had = (opened.shortages ?? []).map(({ at }) => localDate(at));
  return shortages.some(({ at }) => had.includes(localDate(at)));
}

/** What was adopted brings a profit once (再记大功一次), whenever that is told; the adoption is another fact (D9, D10). */
function areOfOneAdoption({ adoption, profit }: Same, opened: Same): boolean {
  return (
    profit !== undefined &&
    opened.profit !== undefined &&
    adoption?.year === opened.adoption?.year &&
    adoption?.case === opened.adoption?.case
  );
}

function areOfOnePeriod(facts: Same, opened: Same): boolean {
  const periods = facts.figures?.map(({ period }) => period) ?? [];
  return (
    facts.clause === opened.clause &&
    (opened.figures ?? []).some(({ period }) => periods.includes(period))
  );
}
