import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/** R2: nothing is decided against an employee before they were heard or the term of hearing is over. */
export const employeeIsHeardFirst = rule<{
  readonly heard: boolean;
  readonly hearingUntil?: Instant;
  readonly at: Instant;
}>(
  'R2',
  'not-heard',
  {
    zh: '须先听取员工陈述，或待陈述期届满',
    en: 'the employee is heard first, or the term of hearing is over',
  },
  ({ heard, hearingUntil, at }) => !heard && hearingUntil !== undefined && at < hearingUntil,
);
