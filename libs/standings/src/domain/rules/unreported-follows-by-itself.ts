import { rule } from '@app/policy';
import type { Clause } from '../edition/clause.js';

/** D18: the supervisor's demerit follows from the subordinate's dismissal, and is not opened by hand. */
export const unreportedFollowsByItself = rule<Clause>(
  'D18',
  'case-follows-by-itself',
  {
    zh: '直属主管的连带处分由部属的处分引起，不单独立案',
    en: 'the case of the direct supervisor follows from that of the subordinate',
  },
  ({ trigger }) => trigger === 'consequence',
);
