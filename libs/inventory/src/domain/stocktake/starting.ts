import { alreadyRegistered, fen } from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type { StartStocktake } from './stocktake.commands.js';
import { nothingToCount, scopeIsUnclear, sheetTooLong } from './stocktake.errors.js';
import type { Scope, StocktakeEvent } from './stocktake.events.js';
import type { Stocktake } from './stocktake.state.js';

/** Lines and tools of one stocktake at most: its approval books them in one step. It is no number of the policy. */
export const MOST_LINES = 400;

/** R16: a sheet is drawn up of what the books have in the scope; what they say of it is not on the sheet. */
export function startStocktake(
  command: StartStocktake,
  stocktake: Stocktake,
): readonly StocktakeEvent[] {
  const { data, known } = command;
  if (stocktake.status !== 'none') throw alreadyRegistered({ zh: '盘点', en: 'stocktake' });
  const { stocktake: id, ...scope } = data;
  clear(scope);
  const count = known.lines.length + known.tools.length;
  if (count === 0) throw nothingToCount();
  if (count > MOST_LINES) throw sheetTooLong(MOST_LINES);
  const { secondCounterAbove } = policyAt(command.occurredAt).stocktake;
  const lines = known.lines.map(({ sku, place, value }) => ({
    ...{ sku, place },
    ...(fen(value) > fen(secondCounterAbove) && { twice: true as const }),
  }));
  const started = { stocktake: id, scope, lines, tools: known.tools };
  return [happened(command, 'StocktakeStarted', started, ['R16'])];
}

/** @throws Invalid `scope-is-unclear` */
function clear({ place, class: ofClass, skus, toolClass, tools }: Scope): void {
  if (skus && place === undefined)
    throw scopeIsUnclear('/place', {
      zh: '按清单盘点须指明库位',
      en: 'say where they are counted',
    });
  if (skus && ofClass !== undefined)
    throw scopeIsUnclear('/class', { zh: '类别与清单只取其一', en: 'a class or a list, not both' });
  if (tools && toolClass !== undefined)
    throw scopeIsUnclear('/toolClass', {
      zh: '工具类别与清单只取其一',
      en: 'a class of tools or a list, not both',
    });
}
