import type { Rule } from '@app/kernel';
import { rule, type ArticleId } from '@app/policy';

interface Counted {
  readonly unsettled: readonly string[];
}

/** R16: what is worth more than the policy's threshold is counted by two people, who find the same. */
export const costlyLinesAreCountedTwice: Rule<Counted, ArticleId> = {
  ...rule<Counted>(
    'R16',
    'second-count-missing',
    {
      zh: '金额较大的项目须由两人分别盘点且结果一致',
      en: 'what is worth so much is counted by two people, who find the same',
    },
    ({ unsettled }) => unsettled.length > 0,
  ),
  saysOf: ({ unsettled }) => ({
    zh: `须由两人分别盘点且结果一致：${unsettled.slice(0, 5).join('、')}`,
    en: `two people have to count these and find the same: ${unsettled.slice(0, 5).join(', ')}`,
  }),
};
