import { rule } from '@app/policy';
import { explainedSince } from '../visit/explanations.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';

/** V17: the customer is told that the fault is not the company's, once that is known. */
export const externalCauseIsExplained = rule<
  Pick<VisitSinceArrival, 'externalCause' | 'explained' | 'stepsAt'>
>(
  'V17',
  'external-cause-not-explained',
  {
    zh: '未向客户说明故障非本公司原因',
    en: 'the external cause was not explained to the customer',
  },
  ({ externalCause, explained, stepsAt }) =>
    externalCause && !explainedSince(explained, 'cause', stepsAt.ExternalCauseFound ?? ''),
);
