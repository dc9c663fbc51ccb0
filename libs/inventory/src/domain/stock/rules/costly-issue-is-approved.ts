import { fen, type Yuan } from '@app/kernel';
import { rule } from '@app/policy';

/**
 * R12: 领用手续, beyond what the policy leaves to the storekeeper, has its request and its approval. What goes
 * to one person, or for one ticket, on one day is one issue, however many papers it has.
 */
export const costlyIssueIsApproved = rule<{
  /** With what went without an approval to the same person, or for the same ticket, on that day. */
  readonly value: Yuan;
  readonly approvalAbove: Yuan;
  readonly approved: boolean;
}>(
  'R12',
  'issue-not-approved',
  {
    zh: '领用金额（当日同一人或同一工单的合计）超过限额，须先提出申请并经批准',
    en: 'what one person or ticket gets in a day, where it comes to that value, is requested and approved before',
    whenFound: {
      zh: '当日同一人或同一工单的领用合计超过限额而未经批准',
      en: 'what one person or ticket got in a day came to that value without an approval',
    },
  },
  ({ value, approvalAbove, approved }) => fen(value) > fen(approvalAbove) && !approved,
);
