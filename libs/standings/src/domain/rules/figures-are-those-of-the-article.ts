import { rule, type ArticleId } from '@app/policy';
import { kindOf, next } from '../case/figures.js';
import type { Figure } from '../case/facts.js';
import type { Clause } from '../edition/clause.js';

/** As many periods as the article asks for, of its kind and one after another (连续). */
export const figuresAreThoseOfTheArticle = (article: ArticleId) =>
  rule<{ readonly figures: readonly Figure[]; readonly clause: Clause }>(
    article,
    'not-the-periods-of-the-article',
    {
      zh: '期间不是本条规定的（连续）期间',
      en: 'the figures are not of the periods that the article asks for',
    },
    ({ figures, clause: { period, thresholds } }) =>
      figures.length !== (thresholds?.periods ?? 1) ||
      figures.some(
        (figure, index) =>
          kindOf(figure.period) !== period ||
          (index > 0 && figure.period !== next(figures[index - 1]!.period)),
      ),
  );
