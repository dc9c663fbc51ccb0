import { rule } from '@app/policy';

/** D22: 因个人原因: a shortage that is not the employee's own fault brings no act. */
export const shortageIsOwnFault = rule<{ readonly ownFault?: boolean }>(
  'D22',
  'shortage-not-own-fault',
  { zh: '短少非因个人原因', en: 'the shortage is not the employee’s own fault' },
  ({ ownFault }) => ownFault !== true,
);
