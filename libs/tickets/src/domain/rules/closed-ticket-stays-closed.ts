import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** R10 keeps the record of finished work; a closed ticket is that record, and takes nothing but a reopening. */
export const closedTicketStaysClosed = rule<Pick<OpenedTicket, 'status'>>(
  'R10',
  'ticket-closed',
  {
    zh: '工单已关闭，只能重新打开',
    en: 'the ticket is closed and takes nothing but a reopening',
  },
  ({ status }) => status === 'closed',
);
