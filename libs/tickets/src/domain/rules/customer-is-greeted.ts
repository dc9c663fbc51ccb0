import { rule } from '@app/policy';
import type { Visit } from '../ticket/ticket.state.js';

/** V8: the customer is met with a smile and a greeting. */
export const customerIsGreeted = rule<Pick<Visit, 'greeting'>>(
  'V8',
  'customer-not-greeted',
  {
    zh: '未主动问候客户并自我介绍',
    en: 'the customer was not greeted',
  },
  ({ greeting }) => !greeting,
);
