import { rule } from '@app/policy';
import type { Clause } from '../edition/clause.js';

/** D5: conduct that none of these articles is about is judged by the company's general staff rules. */
export const conductIsCovered = rule<Clause | undefined>(
  'D5',
  'conduct-not-covered',
  {
    zh: '本细则未规定的行为，依公司《员工奖惩制度》执行',
    en: 'conduct outside these articles is judged by the company’s “Staff Rewards and Discipline”',
  },
  (clause) => clause === undefined,
);
