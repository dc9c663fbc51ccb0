import type { EditionText } from './edition.js';
import { repairClauses } from './repair.js';
import { salesDisciplineClauses } from './sales-discipline.js';
import { salesRewardClauses } from './sales-rewards.js';

/**
 * 售后服务中心员工奖惩制度实施细则, as it was published: what a draft says that says nothing of its
 * own. It judges nothing before the general manager has approved it (D42). Where the document is
 * silent (terms of hearing and appeal, from when on a shortage is huge or repeated), the numbers
 * are proposals.
 */
export const document2: EditionText = {
  points: {
    commendation: 1,
    merit: 3,
    'major-merit': 9,
    warning: -1,
    demerit: -3,
    'major-demerit': -9,
  },
  meritsToMajor: 3,
  demeritsToMajor: 3,
  majorsToDismissal: 3,
  order: 'convert-then-offset',
  hearingDays: 3,
  appealDays: 10,
  proRata: 'by-days',
  clauses: [...salesRewardClauses, ...salesDisciplineClauses, ...repairClauses],
};
