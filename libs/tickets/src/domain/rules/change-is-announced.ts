import { rule } from '@app/policy';
import type { Told } from '../ticket/ticket.values.js';

/** V7: whoever changes or calls off an appointment tells the customer. */
export const changeIsAnnounced = rule<{ readonly told?: Told }>(
  'V7',
  'change-not-announced',
  {
    zh: '改约或取消上门，未告知客户',
    en: 'the appointment was changed or called off without telling the customer',
  },
  ({ told }) => told === undefined,
);
