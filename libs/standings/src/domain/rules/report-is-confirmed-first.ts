import { rule, type ArticleId } from '@app/policy';
import type { CaseFile } from '../standing.state.js';
import { isRewarding } from '../edition/clause.js';

/**
 * R2: what rests on an amount by somebody's word, and a reward that somebody reports of themself, is confirmed by
 * another person before anything is proposed.
 */
export const reportIsConfirmedFirst = (article: ArticleId) =>
  rule<Pick<CaseFile, 'verified' | 'opened' | 'reporters'>>(
    article,
    'not-confirmed',
    {
      zh: '凭申报数额的案件，以及为本人请功的案件，须先由他人查实',
      en: 'an amount by somebody’s word, and a reward reported of oneself, is verified by another first',
    },
    (file) => !file.verified && (restsOnAmount(file) || isOwnReward(file)),
  );

/** What extra service brought by the ticket is reckoned there, and so is a portion of it (D30). */
function restsOnAmount({ opened }: Pick<CaseFile, 'opened'>): boolean {
  const { profit, shortages, income, portion } = opened;
  return profit !== undefined || shortages !== undefined || (income !== undefined && !portion);
}

function isOwnReward({ opened, reporters }: Pick<CaseFile, 'opened' | 'reporters'>): boolean {
  return reporters.includes(opened.employee) && isRewarding(opened.judgedBy.clause);
}
