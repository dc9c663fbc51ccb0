import { rule, type ArticleId } from '@app/policy';
import type { Measure, Outcome } from '../edition/clause.js';

/** D19, D34, D23: it is reduced to another outcome that the article leaves open, and only from dismissal. */
export const reductionStaysWithinTheArticle = (article: ArticleId) =>
  rule<{ readonly now: readonly Measure[]; readonly outcome: Outcome | undefined }>(
    article,
    'not-a-reduction',
    {
      zh: '只能在本条允许的范围内减轻',
      en: 'it is reduced within what the article leaves open',
    },
    ({ now, outcome }) =>
      outcome === undefined || outcome.measures.includes('dismissal') || !now.includes('dismissal'),
  );
