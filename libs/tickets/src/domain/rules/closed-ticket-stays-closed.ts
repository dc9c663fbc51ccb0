import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** R10 keeps the record of finished work; a closed ticket is that record, and takes only what came to light later. */
export const closedTicketStaysClosed = rule<Pick<OpenedTicket, 'status'>>(
  'R10',
  'ticket-closed',
  {
    zh: '工单已关闭：只接受回访、偏差的审核与申诉、事后反映的行为和补报的事实；其余须先重新打开',
    en: 'the ticket is closed: it takes follow-ups, verdicts on findings and appeals, conduct reported afterwards and facts told late; all else needs a reopening',
  },
  ({ status }) => status === 'closed',
);
