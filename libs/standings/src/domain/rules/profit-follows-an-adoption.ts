import { rule, type ArticleId } from '@app/policy';
import type { KnownAdoption } from '../standing.commands.js';

/** D9, D10: 再记大功 comes on top of the merit for the adoption, under the same article. */
export const profitFollowsAnAdoption = (article: ArticleId) =>
  rule<{ readonly adoption?: KnownAdoption }>(
    article,
    'no-adoption',
    {
      zh: '没有依本条记功的采用在先',
      en: 'no adoption was rewarded under this article before',
    },
    ({ adoption }) => adoption?.article !== article,
  );
