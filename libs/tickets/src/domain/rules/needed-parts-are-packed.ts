import { rule } from '@app/policy';
import type { Preparation } from '../visit/preparation.js';

/** V5: of the parts that the analysis says will be needed, each is packed. Where no list was made, it is that alone. */
export const neededPartsArePacked = rule<Preparation>(
  'V5',
  'needed-part-not-packed',
  {
    zh: '分析认为需要的备件未带',
    en: 'a part that the analysis says is needed was not packed',
  },
  ({ ready, needed }) => {
    const packed: readonly string[] = ready ? ready.parts.map(({ sku }) => sku) : [];
    return packed.length > 0 && (needed?.parts ?? []).some((each) => !packed.includes(each));
  },
);
