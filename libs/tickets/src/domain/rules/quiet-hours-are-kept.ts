import { rule } from '@app/policy';
import type { Span } from '@app/kernel';
import { meetsRest, type Rest } from '../visit/rest.js';

/** When somebody is to come, and what the customer has to say to that. */
export interface Appointment extends Rest {
  readonly window: Span;
  readonly wished: boolean;
  readonly emergency: boolean;
}

/** V19: nobody calls at the customer's rest or meal hours, unless the customer asked for it or the need is urgent. */
export const quietHoursAreKept = rule<Appointment>(
  'V19',
  'within-quiet-hours',
  {
    zh: '预约时段落在客户的休息或用餐时间内',
    en: 'the window meets the rest or meal hours of the customer',
    whenFound: {
      zh: '已约定的时段落在客户的休息或用餐时间内',
      en: 'what was agreed meets the rest or meal hours of the customer',
    },
  },
  ({ window, wished, emergency, ...rest }) => !wished && !emergency && meetsRest(window, rest),
);
