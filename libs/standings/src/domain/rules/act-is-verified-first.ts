import { rule, type ArticleId } from '@app/policy';
import type { CaseFile } from '../standing.state.js';

/** 一经查证属实, 经查获: of such an article nothing is proposed before the case is verified. */
export const actIsVerifiedFirst = (article: ArticleId) =>
  rule<Pick<CaseFile, 'verified' | 'opened'>>(
    article,
    'not-verified',
    {
      zh: '本条须经查证属实后方可处分',
      en: 'under this article nothing is decided before it is verified',
    },
    ({ verified, opened }) => opened.judgedBy.clause.verified && !verified,
  );
