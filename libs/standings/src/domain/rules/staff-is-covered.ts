import { rule } from '@app/policy';
import type { PersonThen } from '../case/facts.js';

/** D5: staff of other departments are judged by the company's general staff rules. */
export const staffIsCovered = rule<Pick<PersonThen, 'department'>>(
  'D5',
  'staff-of-other-department',
  {
    zh: '其他部门人员的奖惩依公司《员工奖惩制度》执行',
    en: 'staff of other departments are judged by the company’s “Staff Rewards and Discipline”',
  },
  ({ department }) => department === 'office',
);
