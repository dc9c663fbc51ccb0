import { rule } from '@app/policy';
import type { Preparation } from '../visit/preparation.js';

/** V5: tools and test instruments are packed, unless the analysis says that none are needed. */
export const toolsAreListed = rule<Preparation>(
  'V5',
  'tools-not-listed',
  {
    zh: '未列本次上门的工具清单',
    en: 'no tools were listed for the visit',
  },
  ({ ready, needed }) => !ready?.tools.length && needed?.tools.length !== 0,
);
