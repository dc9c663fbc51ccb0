import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V23: where a ticket ended without a repair, only what was done by then is charged. */
export const workDoneIsCharged = rule<Pick<OnSiteRecord, 'money'>>(
  'V23',
  'nothing-done-to-charge',
  {
    zh: '未修即结案，且没有工时或配件，无可收费',
    en: 'the ticket ended without a repair, and neither hours nor parts can be charged',
    whenFound: {
      zh: '未修即结案，没有工时或配件，仍已收费',
      en: 'money was collected though the ticket ended without a repair, hours or parts',
    },
  },
  ({ money }) => money.entries === 0,
);
