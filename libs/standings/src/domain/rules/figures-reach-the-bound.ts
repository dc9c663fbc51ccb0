import { rule, type ArticleId } from '@app/policy';
import { isWithin } from '../case/figures.js';
import type { Figure } from '../case/facts.js';
import type { Thresholds } from '../edition/clause.js';

/** D14, D19, D24, D32, D34, D36: every period's result lies within the bounds, 含 with the number itself. */
export const figuresReachTheBound = (article: ArticleId) =>
  rule<{ readonly figures: readonly Figure[]; readonly thresholds: Thresholds }>(
    article,
    'figures-out-of-bounds',
    {
      zh: '完成率不在本条规定的范围内',
      en: 'the result does not lie within the bounds of the article',
    },
    ({ figures, thresholds }) => figures.some((figure) => !isWithin(figure, thresholds)),
  );
