import { rule } from '@app/policy';
import type { Verdict } from '../clocks/clock.events.js';

/** B2: within two hours of the call, or as the customer's terms say, somebody is on site. It is found against the plan, not a person. */
export const respondsInTime = rule<{ readonly verdict: Verdict }>(
  'B2',
  'response-late',
  {
    zh: '未在时限内到场',
    en: 'nobody was on site within the response time',
  },
  ({ verdict }) => verdict === 'breached',
);
