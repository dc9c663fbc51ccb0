import { rule, type ArticleId } from '@app/policy';
import type { Clause } from '../edition/clause.js';

/** 一律解雇 (D16, D17, D18, D33): it stands or is revoked. */
export const absoluteActIsNotReduced = (article: ArticleId) =>
  rule<Clause>(
    article,
    'absolute-act',
    {
      zh: '本条一律解雇，只可维持或撤销，不得减轻',
      en: 'under this article it is dismissal without exception: it stands or is revoked',
    },
    ({ absolute }) => absolute === true,
  );
