import { rule } from '@app/policy';

/** D4: what is written for sales does not apply to repair, nor the other way round. */
export const articleAppliesToItsDepartment = rule<{
  readonly department: string;
  readonly clause: { readonly department: string };
}>(
  'D4',
  'article-of-other-department',
  {
    zh: '该条款不适用于员工当时所在的部门',
    en: 'the article does not apply to the department that the employee was in',
  },
  ({ department, clause }) => department !== clause.department,
);
