import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/** R16: every location and every class of tools is counted again within its period. */
export const countedInTime = rule<{ readonly due: Instant; readonly at: Instant }>(
  'R16',
  'count-missed',
  { zh: '未按期盘点', en: 'it was not counted within its period' },
  ({ due, at }) => due <= at,
);
