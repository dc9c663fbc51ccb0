import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import { everOn } from '../visit/crew.js';
import type { Visit } from '../visit/visit.state.js';

/** V11: who makes the visit, or was on it before, does not set the installed base's answer aside, whatever their role. */
export const nobodyOverridesForThemself = rule<
  Pick<CheckEntitlement, 'data' | 'actor'> & {
    readonly visit: Pick<Visit, 'technician' | 'others' | 'former'>;
  }
>(
  'V11',
  'override-of-own-visit',
  {
    zh: '自己负责的上门，不能由本人改定服务权益',
    en: 'nobody overrides the entitlement for a visit of their own',
  },
  ({ data, actor, visit }) =>
    data.override !== undefined &&
    everOn(visit).some((each) => each === actor.id || each === actor.onBehalfOf),
);
