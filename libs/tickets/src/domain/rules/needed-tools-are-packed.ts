import { rule } from '@app/policy';
import type { Preparation } from '../visit/preparation.js';

/** V5: of the tools that the analysis says will be needed, each is packed. Where no list was made, it is that alone. */
export const neededToolsArePacked = rule<Preparation>(
  'V5',
  'needed-tool-not-packed',
  {
    zh: '分析认为需要的工具未带',
    en: 'a tool that the analysis says is needed was not packed',
  },
  ({ ready, needed }) => {
    const packed: readonly string[] = ready ? ready.tools : [];
    return packed.length > 0 && (needed?.tools ?? []).some((each) => !packed.includes(each));
  },
);
