import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/** D43: an edition ends the one before it from then on, so it starts after that one did. */
export const editionStartsAfterTheOneBefore = rule<{
  readonly inForceFrom: Instant;
  readonly before?: Instant;
}>(
  'D43',
  'edition-not-later',
  {
    zh: '施行时间须晚于前一版本的施行时间',
    en: 'it comes into force after the edition before it did',
  },
  ({ inForceFrom, before }) => before !== undefined && inForceFrom <= before,
);
