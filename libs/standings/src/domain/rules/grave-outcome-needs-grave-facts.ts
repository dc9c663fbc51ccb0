import { rule, type ArticleId } from '@app/policy';
import type { Outcome } from '../edition/clause.js';

/** 情节严重者 (D23): the graver outcome says in what the circumstances are grave. */
export const graveOutcomeNeedsGraveFacts = (article: ArticleId) =>
  rule<{ readonly outcome: Outcome; readonly gravity?: string }>(
    article,
    'gravity-not-stated',
    {
      zh: '须说明情节严重之处',
      en: 'it must be said in what the circumstances are grave',
    },
    ({ outcome, gravity }) => outcome.grave === true && gravity === undefined,
  );
