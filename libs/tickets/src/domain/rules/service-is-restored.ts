import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** R10 records finished work: a ticket to which somebody came is resolved when the service is back. */
export const serviceIsRestored = rule<Pick<OpenedTicket, 'visited' | 'restored'>>(
  'R10',
  'service-not-restored',
  {
    zh: '已上门但尚无一次维修恢复服务，不能确认解决',
    en: 'somebody came, but no repair has restored the service yet',
  },
  ({ visited, restored }) => visited.length > 0 && !restored,
);
