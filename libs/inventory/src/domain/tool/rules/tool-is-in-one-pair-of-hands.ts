import { rule } from '@app/policy';
import type { KeptTool } from '../tool.state.js';

/** R12: 领用 is recorded, and a tool is in one pair of hands at a time. */
export const toolIsInOnePairOfHands = rule<Pick<KeptTool, 'loan'>>(
  'R12',
  'tool-in-other-hands',
  { zh: '工具已被领用，尚未归还', en: 'the tool is checked out and has not been returned' },
  ({ loan }) => loan !== undefined,
);
