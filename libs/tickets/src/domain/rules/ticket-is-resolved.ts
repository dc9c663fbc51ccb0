import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** R10: the record is closed when the work that it records is finished. */
export const ticketIsResolved = rule<Pick<OpenedTicket, 'status'>>(
  'R10',
  'ticket-not-resolved',
  {
    zh: '工单尚未解决，不能关闭',
    en: 'a ticket is closed only after it was resolved',
  },
  ({ status }) => status !== 'resolved',
);
