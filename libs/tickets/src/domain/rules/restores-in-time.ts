import { rule } from '@app/policy';
import type { Verdict } from '../clocks/clock.events.js';

/** B2: an ordinary line fault is gone within four hours of the call, or as the customer's terms say. It is found against the plan, not a person. */
export const restoresInTime = rule<{ readonly verdict: Verdict }>(
  'B2',
  'restoration-late',
  {
    zh: '未在时限内排除故障',
    en: 'the fault was not gone within the restoration time',
  },
  ({ verdict }) => verdict === 'breached',
);
