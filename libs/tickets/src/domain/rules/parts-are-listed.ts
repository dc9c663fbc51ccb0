import { rule } from '@app/policy';
import type { Preparation } from '../visit/preparation.js';

/** V3.1, ample preparation: parts are listed, unless the analysis says that none are needed. */
export const partsAreListed = rule<Preparation>(
  'V3',
  'parts-not-listed',
  {
    zh: '未列本次上门的备件清单',
    en: 'no parts were listed for the visit',
  },
  ({ ready, needed }) => !ready?.parts.length && needed?.parts.length !== 0,
);
