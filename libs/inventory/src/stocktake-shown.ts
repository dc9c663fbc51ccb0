import { unitsOf } from './domain/stock/quantity.js';
import { itemOf, type OpenStocktake } from './domain/stocktake/stocktake.state.js';
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
}: OpenStocktake): Pick<StocktakeBody, 'differences' | 'toolDifferences'> {
  const explained = <Item extends object>(item: Item) => {
    const said = explanations.find((each) => each.item === itemOf(item));
    return { ...item, ...(said && { explanation: said.explanation }) };
  };
  return {
    differences: differences.map(explained),
    toolDifferences: toolDifferences.map(explained),
  };
}
