import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/**
 * D44: what happened before the rules were in force here was judged on paper, and is taken over from it;
 * what happened since is judged by them, and by nothing else.
 */
export const paperPrecedesThePromulgation = rule<{
  readonly at: Instant;
  readonly inForceFrom: Instant;
}>(
  'D44',
  'paper-after-promulgation',
  {
    zh: '奖惩细则施行后的事实不得自纸面录入',
    en: 'what happened since the rules came into force is not taken over from paper',
  },
  ({ at, inForceFrom }) => at >= inForceFrom,
);
