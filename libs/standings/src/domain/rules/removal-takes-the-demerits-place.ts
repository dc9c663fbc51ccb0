import { rule, type ArticleId } from '@app/policy';
import type { Clause } from '../edition/clause.js';

/** D20, D35: 该干部解职: of a supervisor who did it with those whom they lead, the removal stands in place of the demerit. */
export const removalTakesTheDemeritsPlace = (article: ArticleId) =>
  rule<{
    readonly supervisor: boolean;
    readonly subordinates: readonly string[];
    readonly clause: Clause;
    /** Of the edition that judges it. */
    readonly clauses: readonly Clause[];
  }>(
    article,
    'removal-in-its-place',
    {
      zh: '干部协同部属的，适用本条的解职条款，不另记过',
      en: 'a supervisor who did it together with subordinates is removed from post by a clause of its own, in place of the demerit',
    },
    ({ supervisor, subordinates, clause, clauses }) =>
      supervisor &&
      subordinates.length > 0 &&
      !removes(clause) &&
      clauses.some((other) => other.article === article && removes(other)),
  );

function removes({ outcomes }: Clause): boolean {
  return outcomes.some(({ measures }) => measures.includes('removal'));
}
