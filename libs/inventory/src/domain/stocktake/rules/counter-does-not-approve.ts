import { rule } from '@app/policy';

/** R16: the differences are approved by somebody who has not counted. */
export const counterDoesNotApprove = rule<{
  /** Whoever acts, and in whose place. */
  readonly approvers: readonly string[];
  readonly counters: readonly string[];
}>(
  'R16',
  'counter-approves',
  {
    zh: '参与盘点的人不得审批盘点差异',
    en: 'whoever has counted does not approve the differences',
  },
  ({ approvers, counters }) => approvers.some((approver) => counters.includes(approver)),
);
