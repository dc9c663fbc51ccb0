import { rule } from '@app/policy';
import type { KeptTool } from '../tool.state.js';

/** V5: what is taken to the customer can be worked with. */
export const toolIsWhole = rule<Pick<KeptTool, 'condition'>>(
  'V5',
  'tool-is-damaged',
  {
    zh: '工具已损坏，修复登记后方可领用',
    en: 'the tool is damaged, and has not been repaired',
    whenFound: { zh: '发出了已损坏的工具', en: 'a damaged tool was handed out' },
  },
  ({ condition }) => condition === 'damaged',
);
