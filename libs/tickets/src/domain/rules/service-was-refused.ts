import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { hasArrived } from '../visit/visit.state.js';

/** V11: the customer may refuse the service to whoever has come; once work has begun they decline what is left of it. */
export const serviceWasRefused = rule<Pick<OpenedTicket, 'visits' | 'visited'>>(
  'V11',
  'service-not-refused',
  {
    zh: '没有人到过现场，或已动工：不能记为客户拒绝服务',
    en: 'nobody has come, or work has begun; the customer cannot have refused the service',
  },
  ({ visits, visited }) =>
    visited.length === 0 ||
    visits.filter(hasArrived).some((visit) => visited.includes(visit.visit) && visit.workStarted),
);
