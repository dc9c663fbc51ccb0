import { fen, type Yuan } from '@app/kernel';
import { rule, type ArticleId } from '@app/policy';
import type { Thresholds } from '../edition/clause.js';

/** D9, D10: 获利 10 万元以上, the amount itself included. */
export const profitReachesTheThreshold = (article: ArticleId) =>
  rule<{ readonly profit?: Yuan; readonly thresholds: Thresholds }>(
    article,
    'profit-too-small',
    { zh: '获利未达本条规定的金额', en: 'the profit is below the amount of the article' },
    ({ profit = '0.00', thresholds }) => fen(profit) < fen(thresholds.profit ?? '0.00'),
  );
