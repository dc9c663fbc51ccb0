import { rule } from '@app/policy';
import type { ChargeBasis } from '../ticket/ticket.values.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V17: what is charged for a cause that is not the company's names one that was found and noted. */
export const externalChargeHasItsCause = rule<{
  readonly bases: readonly ChargeBasis[];
  readonly visit: Pick<OnSiteRecord, 'externalCause'>;
}>(
  'V17',
  'external-charge-without-cause',
  {
    zh: '按非本公司原因收费，但未记录该原因',
    en: 'a line is charged for an external cause that was not recorded',
  },
  ({ bases, visit }) => bases.includes('external-cause') && !visit.externalCause,
);
