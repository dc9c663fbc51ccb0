import type { Rule } from '@app/kernel';
import { rule, type ArticleId } from '@app/policy';
import type { KeptTool } from '../tool.state.js';

type WithLoan = Pick<KeptTool, 'loan'>;

/** R12: 领用 is recorded, and a tool is in one pair of hands at a time. */
export const toolIsInOnePairOfHands: Rule<WithLoan, ArticleId> = {
  ...rule<WithLoan>(
    'R12',
    'tool-in-other-hands',
    { zh: '工具已被领用，尚未归还', en: 'the tool is checked out and has not been returned' },
    ({ loan }) => loan !== undefined,
  ),
  /** Names who has it, or is to have it. */
  saysOf: ({ loan }) =>
    loan?.accepted
      ? {
          zh: `工具在 ${loan.employee} 手中，尚未归还`,
          en: `the tool is in the hands of ${loan.employee}, and has not been returned`,
        }
      : {
          zh: `工具已发给 ${loan?.employee}，待其确认，尚未归还`,
          en: `the tool is on its way to ${loan?.employee}, who has not accepted it yet`,
        },
};
