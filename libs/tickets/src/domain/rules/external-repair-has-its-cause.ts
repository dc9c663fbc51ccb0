import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';
import type { RepairCause } from '../ticket/ticket.values.js';

/** V17: a fault laid at the door of others was found, noted and signed for before. */
export const externalRepairHasItsCause = rule<{
  readonly cause: RepairCause;
  readonly visit: Pick<OnSiteRecord, 'externalCause'>;
}>(
  'V17',
  'external-cause-not-recorded',
  {
    zh: '维修结果为外部原因，但未记录该原因',
    en: 'the repair names an external cause that was not recorded',
    whenFound: {
      zh: '维修结果为外部原因，但未登记该原因',
      en: 'the repair named an external cause that had not been recorded',
    },
  },
  ({ cause, visit }) => cause === 'external' && !visit.externalCause,
);
