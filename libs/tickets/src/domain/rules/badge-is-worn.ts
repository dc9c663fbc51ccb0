import { rule } from '@app/policy';
import type { Preparation } from '../visit/preparation.js';

/** V4: the technician wears the badge. */
export const badgeIsWorn = rule<Preparation>(
  'V4',
  'badge-missing',
  {
    zh: '未佩戴上岗证',
    en: 'the badge was not worn',
  },
  ({ ready }) => !ready?.badge,
);
