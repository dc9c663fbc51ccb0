import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';
import type { Loan } from '../tool.state.js';

/** R12: what was handed out until a certain time is back by then, or its time was extended. */
export const toolComesBackInTime = rule<Pick<Loan, 'due'> & { readonly at: Instant }>(
  'R12',
  'tool-overdue',
  { zh: '工具逾期未还', en: 'the tool did not come back in time' },
  ({ due, at }) => due !== undefined && due <= at,
);
