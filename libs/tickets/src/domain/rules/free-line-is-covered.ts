import { rule } from '@app/policy';
import type { ChargeBasis } from '../ticket/ticket.values.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V23: where nothing covers the work, no line of the quote is free by a technician's word. */
export const freeLineIsCovered = rule<{
  readonly bases: readonly ChargeBasis[];
  readonly visit: Pick<OnSiteRecord, 'entitlement'>;
}>(
  'V23',
  'free-without-cover',
  {
    zh: '不在保修或合同范围内，免收须由主管决定',
    en: 'nothing covers this; only a supervisor lets the customer off',
  },
  ({ bases, visit: { entitlement } }) =>
    bases.includes('covered') && entitlement?.kind === 'chargeable',
);
