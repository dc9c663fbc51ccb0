import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** R13 appraises the technicians' work: a deviation that nobody has judged would be lost to it. */
export const findingsAreReviewed = rule<Pick<OpenedTicket, 'findings'>>(
  'R13',
  'findings-not-reviewed',
  {
    zh: '尚有未经主管审核的偏差记录',
    en: 'findings of this ticket still wait for review by a supervisor',
  },
  ({ findings }) => findings.some(({ status }) => status === 'open'),
);
