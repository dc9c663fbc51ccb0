import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

/** V11: what is decided against the installed base's answer says why. */
export const overrideIsReasoned = rule<Pick<CheckEntitlement, 'data'>>(
  'V11',
  'override-without-reason',
  {
    zh: '改定服务权益须说明理由',
    en: 'an override of the entitlement needs a reason',
  },
  ({ data: { override } }) => override !== undefined && !override.reason.trim(),
);
