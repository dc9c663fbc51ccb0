import { rule } from '@app/policy';
import type { WithFindings } from './finding.state.js';

/** R13 appraises the employees' work: a deviation that nobody has judged would be lost to it. */
export const findingsAreReviewed = rule<WithFindings>(
  'R13',
  'findings-not-reviewed',
  {
    zh: '尚有未经主管审核的偏差记录',
    en: 'findings still wait for review by a supervisor',
  },
  ({ findings }) => findings.some(({ status }) => status === 'open'),
);
