import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { hasArrived } from '../visit/visit.state.js';

/** V22: the record of every visit on which work was done is filled in, and signed or its refusal noted. */
export const paperIsComplete = rule<Pick<OpenedTicket, 'visits'>>(
  'V22',
  'visit-not-completed',
  {
    zh: '有一次上门已动工维修，单据手续尚未办齐',
    en: 'the paper of a visit on which work was done is not complete',
  },
  ({ visits }) =>
    visits.filter(hasArrived).some((visit) => visit.workStarted && visit.status !== 'completed'),
);
