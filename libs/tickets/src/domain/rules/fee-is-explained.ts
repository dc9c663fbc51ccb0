import { rule } from '@app/policy';
import { fen } from '@app/kernel';
import { isChargeable, type OnSiteRecord } from '../visit/on-site.record.js';

/**
 * V14, V17: that the service costs money is explained and stressed, also to whoever paid and need not have. A higher
 * quote costs more than what was explained until then: each is explained anew, after the lower one was signed.
 */
export const feeIsExplained = rule<
  Pick<OnSiteRecord, 'entitlement' | 'externalCause' | 'money' | 'charge' | 'explained'>
>(
  'V14',
  'fee-not-explained',
  {
    zh: '未向客户说明收费',
    en: 'the fee was not explained to the customer',
  },
  (visit) =>
    (isChargeable(visit) || fen(visit.money.charged) + fen(visit.money.collected) > 0n) &&
    !isExplained(visit),
);

function isExplained({ charge, explained }: Pick<OnSiteRecord, 'charge' | 'explained'>): boolean {
  const { exceededAt = '', rises = 0 } = charge ?? {};
  const ofTheFee = explained.filter(({ subject }) => subject === 'fee');
  return ofTheFee.length > rises && ofTheFee.some(({ at }) => at > exceededAt);
}
