import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';

/** V7: the agreed hour holds both ways: nobody comes before it without asking. */
export const arrivesNotTooEarly = rule<{
  readonly arrivedAt: Instant;
  readonly from: Instant;
  readonly agreedEarlier?: boolean;
}>(
  'V7',
  'early-arrival',
  {
    zh: '未征得客户同意，早于约定时间上门',
    en: 'the technician came before the agreed time without asking',
  },
  ({ arrivedAt, from, agreedEarlier }) => arrivedAt < from && !agreedEarlier,
);
