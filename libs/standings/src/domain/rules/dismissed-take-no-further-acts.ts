import { rule } from '@app/policy';

/** D7: a dismissal ends what follows: there are no further cases and acts. */
export const dismissedTakeNoFurtherActs = rule<{ readonly dismissed: boolean }>(
  'D7',
  'already-dismissed',
  { zh: '该员工已被解雇', en: 'the employee was dismissed' },
  ({ dismissed }) => dismissed,
);
