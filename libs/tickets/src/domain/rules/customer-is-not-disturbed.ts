import { rule } from '@app/policy';
import type { Bilingual, Span } from '@app/kernel';
import { meetsRest, type Rest } from '../visit/rest.js';

/** What was done at the customer's, when, and what they have to say to that. */
export interface Disturbance extends Rest {
  readonly span: Span;
  /** The customer wished it. */
  readonly wished: boolean;
  readonly emergency: boolean;
}

/** V19: service does not disturb the customer's rest and meals, unless they wish it or the need is urgent. */
function notDisturbedBy<Code extends string>(code: Code, message: Bilingual) {
  return rule<Disturbance>(
    'V19',
    code,
    message,
    ({ span, wished, emergency, ...rest }) => !wished && !emergency && meetsRest(span, rest),
  );
}

/** Nobody comes then. */
export const arrivesOutsideRestHours = notDisturbedBy('arrived-in-rest-hours', {
  zh: '在客户休息或用餐时间上门',
  en: 'the technician came in the rest or meal hours of the customer',
});

/** Nobody works on then: the work is interrupted. */
export const worksOutsideRestHours = notDisturbedBy('worked-in-rest-hours', {
  zh: '在客户休息或用餐时间继续作业，未中断',
  en: 'work went on in the rest or meal hours of the customer',
});

/** Nobody takes the work up again then. */
export const resumesOutsideRestHours = notDisturbedBy('resumed-in-rest-hours', {
  zh: '在客户休息或用餐时间恢复作业',
  en: 'work was taken up again in the rest or meal hours of the customer',
});
