import { rule } from '@app/policy';
import { fen } from '@app/kernel';
import { isChargeable, type OnSiteRecord } from '../visit/on-site.record.js';

/** V23: where the customer has to pay and something is due, it is collected. */
export const chargeIsCollected = rule<
  Pick<OnSiteRecord, 'entitlement' | 'externalCause' | 'workStarted' | 'charge' | 'collected'>
>(
  'V23',
  'charge-not-collected',
  {
    zh: '应收费用尚未收取',
    en: 'the charge has not been collected',
  },
  (visit) =>
    isChargeable(visit) &&
    visit.workStarted &&
    !visit.collected &&
    fen(visit.charge?.total ?? '0.00') > 0n,
);
