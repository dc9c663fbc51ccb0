import { rule } from '@app/policy';

/** D30: the share of one income is paid once. */
export const shareIsPaidOnce = rule<{ readonly sharePaid: boolean }>(
  'D30',
  'share-paid',
  { zh: '奖励已发放', en: 'the share was paid' },
  ({ sharePaid }) => sharePaid,
);
