import { fen, type Yuan } from '@app/kernel';
import { rule } from '@app/policy';

/** R2: nobody grants more than they may; what was granted before on the same complaint counts. */
export const withinAuthority = rule<{ readonly granted: Yuan; readonly limit: Yuan }>(
  'R2',
  'beyond-authority',
  {
    zh: '金额超出授权，须由更高一级决定',
    en: 'it is more than this role may grant on one complaint; somebody above decides',
    whenFound: {
      zh: '超出授权给予客户金额',
      en: 'more was granted than the role may grant on one complaint',
    },
  },
  ({ granted, limit }) => fen(granted) > fen(limit),
);
