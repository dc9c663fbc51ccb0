import { rule } from '@app/policy';
import type { Preparation } from '../visit/preparation.js';

/** V4: the technician wears the company's working clothes. */
export const uniformIsWorn = rule<Preparation>(
  'V4',
  'uniform-missing',
  {
    zh: '未着公司工作服',
    en: 'the uniform was not worn',
  },
  ({ ready }) => !ready?.uniform,
);
