import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V11: what a supervisor has decided stands until a supervisor decides otherwise. */
export const overrideStands = rule<
  Pick<CheckEntitlement['data'], 'override'> & Pick<OnSiteRecord, 'overridden'>
>(
  'V11',
  'override-stands',
  {
    zh: '主管已改定服务权益，只有主管可以再次改定',
    en: 'a supervisor has decided the entitlement; only a supervisor may decide otherwise',
  },
  ({ override, overridden }) => overridden && override === undefined,
);
