import { rule } from '@app/policy';
import type { ChargeBasis } from '../ticket/ticket.values.js';
import { isChargeable, type OnSiteRecord } from '../visit/on-site.record.js';

/** What extra service costs, and what cover bears, says nothing of what the repair will cost. */
const isForTheWork = (basis: ChargeBasis) => basis !== 'covered' && basis !== 'extra-service';

/** V17: chargeable work waits for the customer who has signed what it will cost. */
export const chargeIsSigned = rule<Pick<OnSiteRecord, 'entitlement' | 'externalCause' | 'charge'>>(
  'V17',
  'charge-not-signed',
  {
    zh: '属收费服务，客户尚未签字认可费用',
    en: 'the work is chargeable, and the customer has not signed the quote',
    whenFound: {
      zh: '属收费服务，客户签字认可费用之前已维修',
      en: 'chargeable work was done before the customer had signed the quote',
    },
  },
  (visit) => isChargeable(visit) && !visit.charge?.bases.some(isForTheWork),
);
