import { rule } from '@app/policy';
import type { ConductIncidentRecorded } from '../ticket/ticket.events.js';

/** V3: the customer is treated with courtesy. */
export const customerIsTreatedCourteously = rule<Pick<ConductIncidentRecorded['data'], 'kind'>>(
  'V3',
  'rudeness',
  {
    zh: '对客户无礼',
    en: 'the technician was rude to the customer',
  },
  ({ kind }) => kind === 'rudeness',
);
