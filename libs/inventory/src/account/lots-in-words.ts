import type { Bilingual } from '@app/kernel';
import type { LotOf } from '../domain/stock/lot.js';

/** Lots that a sentence names; the rest stands in the event. */
const NAMED = 10;

/** `（批号 L-2603 2）`; nothing where there are none. */
export function lotsInWords(lots: readonly LotOf[] = []): Bilingual {
  if (lots.length === 0) return { zh: '', en: '' };
  const named = lots.slice(0, NAMED).map(({ lot, quantity }) => `${lot} × ${quantity}`);
  const more = lots.length > NAMED ? ' …' : '';
  return { zh: `（批号 ${named.join('、')}${more}）`, en: ` (lots ${named.join(', ')}${more})` };
}
