import { rule } from '@app/policy';
import type { Loan } from '../tool.state.js';

/** R12: whoever leaves the department hands back every tool. */
export const toolComesBackFromWhoeverLeaves = rule<Pick<Loan, 'accepted'>>(
  'R12',
  'tool-kept-on-leaving',
  { zh: '离职时未归还工具', en: 'the tool was not handed back on leaving' },
  ({ accepted }) => accepted,
);
