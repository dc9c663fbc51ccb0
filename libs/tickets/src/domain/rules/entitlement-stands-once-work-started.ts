import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V11: what the customer may claim is settled before work starts; afterwards only a supervisor decides otherwise. */
export const entitlementStandsOnceWorkStarted = rule<
  Pick<CheckEntitlement['data'], 'override'> & Pick<OnSiteRecord, 'workStarted'>
>(
  'V11',
  'entitlement-after-work-started',
  {
    zh: '维修已经开始，只有主管可以改定服务权益',
    en: 'the work has started; only a supervisor may change the entitlement now',
    whenFound: {
      zh: '维修开始之后才核对售后服务凭证',
      en: 'the entitlement was checked only after the work had started',
    },
  },
  ({ override, workStarted }) => workStarted && override === undefined,
);
