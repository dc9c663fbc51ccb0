import { rule } from '@app/policy';
import { firstStepAtCustomers } from '../visit/first-step.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';

/** V8: the customer is greeted before anything else is done there. Whoever was not greeted at all is another finding. */
export const greetingComesFirst = rule<
  Pick<VisitSinceArrival, 'arrivedAt' | 'firstAt' | 'overridden'>
>(
  'V8',
  'greeted-after-another-step',
  {
    zh: '问候客户、自我介绍之前已进行其他步骤',
    en: 'the customer was greeted only after another step on site',
  },
  (visit) => {
    const [greeted, first] = [visit.firstAt.CustomerGreeted, firstStepAtCustomers(visit)];
    return greeted !== undefined && first !== undefined && first < greeted;
  },
);
