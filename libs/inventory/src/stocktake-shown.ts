import { inThousandths } from './domain/stock/bookkeeping.js';
import { unitsOf } from './domain/stock/quantity.js';
import type { Difference } from './domain/stocktake/stocktake.events.js';
import {
  itemOf,
  type OpenStocktake,
  type ToldAfterCount,
} from './domain/stocktake/stocktake.state.js';
import type { StocktakeBody } from './http/stocktake.dto.js';

/** A stocktake as it is shown: what the counters found, and the books, only once counting has ended (R16). */
export function stocktakeShown(state: OpenStocktake): StocktakeBody {
  const { stocktake, status, scope, since, lines, tools } = state;
  const ended = status === 'closed' || status === 'approved';
  return {
    ...{ stocktake, status, scope, since },
    lines: lines.map(({ counts, ...line }) => {
      const last = counts.at(-1);
      return {
        ...line,
        countedBy: counts.map(({ counter }) => counter),
        ...(ended && last && { counted: unitsOf(last.thousandths) }),
      };
    }),
    tools: tools.map(({ tool, seen }) => ({
      ...{ tool, counted: seen !== undefined },
      ...(ended && seen && { there: seen.there }),
    })),
    ...(ended && differencesOf(state)),
  };
}

function differencesOf({
  differences,
  toolDifferences,
  explanations,
  toldAfter,
}: OpenStocktake): Pick<StocktakeBody, 'differences' | 'toolDifferences' | 'toldAfter'> {
  const explained = <Item extends object>(item: Item) => {
    const said = explanations.find((each) => each.item === itemOf(item));
    return { ...item, ...(said && { explanation: said.explanation }) };
  };
  return {
    differences: differences.map((each) => ({
      ...explained(each),
      ...stillDiffers(each, toldAfter),
    })),
    toolDifferences: toolDifferences.map(explained),
    ...(toldAfter.length > 0 && { toldAfter }),
  };
}

/** What of a difference is left of it by what was told since; nothing where nothing was. */
function stillDiffers(
  difference: Difference,
  toldAfter: readonly ToldAfterCount[],
): { readonly left?: number } {
  const told = toldAfter.filter((each) => itemOf(each) === itemOf(difference));
  if (told.length === 0) return {};
  const sum = told.reduce((all, { quantity }) => all + inThousandths(quantity), 0);
  return { left: unitsOf(inThousandths(difference.difference) + sum) };
}
