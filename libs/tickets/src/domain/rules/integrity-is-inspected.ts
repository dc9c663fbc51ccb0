import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V13: before work, whether the parts inside are complete and nobody tampered with them. */
export const integrityIsInspected = rule<Pick<OnSiteRecord, 'inspection'>>(
  'V13',
  'integrity-uninspected',
  {
    zh: '尚未检查部件是否齐全、有无人为破坏',
    en: 'work cannot start before the product was inspected',
    whenFound: {
      zh: '检查部件是否齐全、有无人为破坏之前已开始维修',
      en: 'work started before the product was inspected',
    },
  },
  ({ inspection }) => !inspection,
);
