import { rule } from '@app/policy';
import type { KeptTool } from '../tool.state.js';

/** R11: a tool that was taken out of the register serves no more. */
export const retiredToolIsNotHandedOut = rule<Pick<KeptTool, 'status'>>(
  'R11',
  'tool-is-retired',
  { zh: '工具已报废', en: 'the tool was retired' },
  ({ status }) => status === 'retired',
);
