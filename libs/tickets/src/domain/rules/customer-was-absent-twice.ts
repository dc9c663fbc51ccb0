import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { isExpectedLater } from '../visit/promised.js';
import { hasArrived } from '../visit/visit.state.js';

/**
 * R10: one locked door asks for a new appointment; after two in a row the ticket may end. Before the hour that
 * the customer had been told nobody had to be there, and it does not count; nor where another met them after all.
 */
export const customerWasAbsentTwice = rule<Pick<OpenedTicket, 'visits' | 'stepsAt'>>(
  'R10',
  'not-absent-twice',
  {
    zh: '客户未连续两次不在，须另约时间',
    en: 'the customer was not absent twice in a row; a new appointment has to be made',
  },
  ({ visits, stepsAt }) => {
    const since = stepsAt.TicketReopened ?? '';
    const made = visits
      .filter(hasArrived)
      .filter(({ arrivedAt }) => arrivedAt >= since)
      .filter((visit) => !visit.absentAt || !isExpectedLater(visit, visit.absentAt))
      .toSorted((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : 1));
    const last = made.slice(-2);
    return last.length < 2 || last.some(({ absentAt }) => absentAt === undefined);
  },
);
