import { fen, type Yuan } from '@app/kernel';
import { rule } from '@app/policy';

/** R12: 领用手续, beyond what the policy leaves to the storekeeper, has its request and its approval. */
export const costlyIssueIsApproved = rule<{
  readonly value: Yuan;
  readonly approvalAbove: Yuan;
  readonly approved: boolean;
}>(
  'R12',
  'issue-not-approved',
  {
    zh: '领用金额超过限额，须先提出申请并经批准',
    en: 'an issue of that value is requested and approved before',
    whenFound: {
      zh: '领用金额超过限额而未经批准',
      en: 'an issue of that value was made without an approval',
    },
  },
  ({ value, approvalAbove, approved }) => fen(value) > fen(approvalAbove) && !approved,
);
