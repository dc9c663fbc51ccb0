import { rule } from '@app/policy';
import { fen, type Yuan } from '@app/kernel';
import { kept } from '../visit/money.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V23: money that was taken stays accounted for; no later quote is below it. */
export const quoteCoversWhatWasCollected = rule<{
  readonly total: Yuan;
  readonly visit: Pick<OnSiteRecord, 'money'>;
}>(
  'V23',
  'quote-below-collected',
  {
    zh: '新报价低于已收取的金额',
    en: 'the quote is below what has been collected',
  },
  ({ total, visit: { money } }) => fen(total) - fen(money.waived) < kept(money),
);
