import { rule, type ArticleId } from '@app/policy';
import type { Clause } from '../edition/clause.js';

/**
 * D14, D19, D24, D32, D34, D36: targets and results are kept month by month, and what follows from them is proposed by
 * their evaluation; nobody reports a percentage.
 */
export const figuresAreEvaluated = (article: ArticleId) =>
  rule<Clause>(
    article,
    'figures-are-evaluated',
    {
      zh: '本条依登记的指标和业绩考核得出，不凭申报立案；请考核该期间',
      en: 'it follows from the targets and results that are kept: evaluate the period instead of reporting it',
    },
    ({ trigger }) => trigger === 'figures',
  );
