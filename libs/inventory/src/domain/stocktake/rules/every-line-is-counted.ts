import type { Rule } from '@app/kernel';
import { rule, type ArticleId } from '@app/policy';

interface Counted {
  readonly uncounted: readonly string[];
}

/** R16: everything on the sheet is counted, before a stocktake is closed. */
export const everyLineIsCounted: Rule<Counted, ArticleId> = {
  ...rule<Counted>(
    'R16',
    'not-all-counted',
    { zh: '尚有未盘点的项目', en: 'not everything on the sheet has been counted' },
    ({ uncounted }) => uncounted.length > 0,
  ),
  saysOf: ({ uncounted }) => ({
    zh: `尚有 ${uncounted.length} 项未盘点：${uncounted.slice(0, 5).join('、')}`,
    en: `${uncounted.length} on the sheet have not been counted: ${uncounted.slice(0, 5).join(', ')}`,
  }),
};
