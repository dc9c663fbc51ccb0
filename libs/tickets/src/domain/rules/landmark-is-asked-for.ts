import { rule } from '@app/policy';

/** N12.3: a conspicuous building or sign nearby is asked for, so that the technician finds the place. */
export const landmarkIsAskedFor = rule<{ landmark?: string | null }>(
  'N12',
  'landmark-not-asked',
  {
    zh: '须询问地址附近的明显建筑物或标志；客户不知道的，注明“无”',
    en: 'a landmark near the address must be asked for; where the caller knows of none, say “none”',
  },
  ({ landmark }) => landmark === undefined,
);
