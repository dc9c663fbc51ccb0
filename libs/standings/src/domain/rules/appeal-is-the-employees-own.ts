import { rule } from '@app/policy';

/** R2: an appeal is the employee's own. */
export const appealIsTheEmployeesOwn = rule<{
  readonly employee: string;
  readonly parties: readonly string[];
}>(
  'R2',
  'appeal-of-another',
  { zh: '申诉由本人提出', en: 'only the employee concerned appeals' },
  ({ employee, parties }) => !parties.includes(employee),
);
