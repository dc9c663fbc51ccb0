import type { PersonThen } from '../case/facts.js';
import type { EditionInForce } from '../edition/edition-line.js';
import type { KnownOfPeriod, KnownOfYear } from '../standing.commands.js';
import type { Standing } from '../standing.state.js';
import type { Judged } from './evaluation.events.js';
import { clausesOf, judge, judgedAlike } from './judge.js';

/** Whether anything can judge such people then; what cannot be judged is left as it was. */
export function canBeJudged(
  known: KnownOfPeriod,
): known is KnownOfPeriod & { readonly edition: EditionInForce; readonly subject: PersonThen } {
  return typeof known.edition !== 'string' && known.subject !== undefined;
}

/** What the clauses of a period come to by the figures that are known; nothing where none can judge. */
export function judgedOf(
  period: string,
  known: KnownOfPeriod,
  { cases }: Pick<Standing, 'cases'>,
): readonly Judged[] {
  if (!canBeJudged(known)) return [];
  const { text } = known.edition;
  const clauses = clausesOf(period, text, known.subject);
  const kept = { ...known.kept, proRata: text.proRata ?? 'by-days' };
  return judge(period, clauses, kept, [...cases, ...known.beside]);
}

/** The periods of a year that come to something else than when they were evaluated last, or never were. */
export function openEvaluations(
  { periods }: KnownOfYear,
  standing: Pick<Standing, 'cases' | 'evaluated'>,
): readonly string[] {
  return periods
    .filter(canBeJudged)
    .filter((known) => {
      const judged = judgedOf(known.period, known, standing);
      return !judgedAlike(judged, standing.evaluated[known.period] ?? []);
    })
    .map(({ period }) => period);
}
