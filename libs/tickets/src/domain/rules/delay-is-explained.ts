import { rule } from '@app/policy';

/** V7: whoever is held up explains why. */
export const delayIsExplained = rule<{ reason: string }>(
  'V7',
  'delay-without-reason',
  {
    zh: '通知延误时未说明原因',
    en: 'the customer was told of the delay without a reason',
  },
  ({ reason }) => !reason.trim(),
);
