import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

const DECIDERS = ['supervisor', 'general-manager'];

/** V11: only a supervisor sets the installed base's answer aside. */
export const overrideIsASupervisors = rule<Pick<CheckEntitlement, 'data' | 'actor'>>(
  'V11',
  'override-without-supervisor',
  {
    zh: '只有主管可以改定服务权益',
    en: 'only a supervisor may override the entitlement',
  },
  ({ data, actor }) => data.override !== undefined && !DECIDERS.includes(actor.role),
);
