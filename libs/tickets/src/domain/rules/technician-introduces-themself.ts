import { rule } from '@app/policy';
import type { CustomerGreeted } from '../ticket/ticket.events.js';

/** V8: whoever comes says who they are. */
export const technicianIntroducesThemself = rule<Pick<CustomerGreeted['data'], 'introduced'>>(
  'V8',
  'not-introduced',
  {
    zh: '问候时未自我介绍',
    en: 'the technician did not introduce themself',
  },
  ({ introduced }) => !introduced,
);
