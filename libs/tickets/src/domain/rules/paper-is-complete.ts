import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket.state.js';

/** V22: the record of every visit on which work was done is filled in, and signed or its refusal noted. */
export const paperIsComplete = rule<Pick<OpenedTicket, 'visits'>>(
  'V22',
  'visit-not-completed',
  {
    zh: '有维修作业的上门尚未完成单据',
    en: 'a visit on which work was done has not been completed with its paper',
  },
  ({ visits }) => visits.some(({ workStarted, status }) => workStarted && status !== 'completed'),
);
