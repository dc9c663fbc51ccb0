import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V21: the rubbish of the repair is taken along. */
export const siteIsCleaned = rule<Pick<OnSiteRecord, 'workStarted' | 'cleaned'>>(
  'V21',
  'site-not-cleaned',
  {
    zh: '维修产生的垃圾未带走',
    en: 'the rubbish of the repair was not taken along',
  },
  ({ workStarted, cleaned }) => workStarted && !cleaned,
);
