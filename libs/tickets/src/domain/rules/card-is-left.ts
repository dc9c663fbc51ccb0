import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V25: a card is left, so that the customer knows whom to call. */
export const cardIsLeft = rule<Pick<OnSiteRecord, 'cardLeft'>>(
  'V25',
  'card-not-left',
  {
    zh: '未留下名片',
    en: 'no card was left',
  },
  ({ cardLeft }) => !cardLeft,
);
