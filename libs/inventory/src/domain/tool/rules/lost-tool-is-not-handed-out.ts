import { rule } from '@app/policy';
import type { KeptTool } from '../tool.state.js';

/** R11: what the register says is lost is found first, and then handed out. */
export const lostToolIsNotHandedOut = rule<Pick<KeptTool, 'status'>>(
  'R11',
  'tool-is-lost',
  { zh: '工具已报失，找回登记后方可领用', en: 'the tool was reported lost, and not found yet' },
  ({ status }) => status === 'lost',
);
