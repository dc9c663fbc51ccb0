import { rule } from '@app/policy';
import type { Loan } from '../tool.state.js';

/** R11: whoever has a tool in hand answers for it. */
export const toolIsKept = rule<{ readonly loan?: Loan }>(
  'R11',
  'tool-lost',
  { zh: '领用的工具遗失', en: 'a tool in hand was lost' },
  ({ loan }) => loan?.accepted === true,
);
