import { byAnEmployee, enforce, partiesOf, Refused } from '@app/kernel';
import { happened } from '@app/policy';
import { countIsNotSpoiled } from '../stock/rules/count-is-not-spoiled.js';
import { itemNamed } from './counting.js';
import {
  differenceOf,
  isForgotten,
  isSpoiled,
  settledOf,
  textOf,
  toolDifferenceOf,
} from './differences.js';
import { costlyLinesAreCountedTwice } from './rules/costly-lines-are-counted-twice.js';
import { counterDoesNotApprove } from './rules/counter-does-not-approve.js';
import { everyLineIsCounted } from './rules/every-line-is-counted.js';
import type {
  ApproveStocktake,
  CancelStocktake,
  CloseStocktake,
  ExplainDifference,
  KnownBooks,
} from './stocktake.commands.js';
import { noDifference, sinceChanged, standsElsewhere } from './stocktake.errors.js';
import type { Difference, StocktakeEvent, ToolDifference } from './stocktake.events.js';
import { itemOf, type OpenStocktake } from './stocktake.state.js';

interface Result {
  readonly differences: readonly Difference[];
  readonly tools: readonly ToolDifference[];
}

/** R16: counting has ended, and what differs is said; closed once more only where that has changed since. */
export function closeStocktake(
  command: CloseStocktake,
  stocktake: OpenStocktake,
): readonly StocktakeEvent[] {
  if (stocktake.status !== 'counting' && stocktake.status !== 'closed')
    throw standsElsewhere(stocktake);
  const { lines, tools, status } = stocktake;
  const uncounted = [
    ...lines.filter(({ counts }) => counts.length === 0),
    ...tools.filter(({ seen }) => !seen),
  ];
  enforce([everyLineIsCounted], { uncounted: uncounted.map(itemOf) });
  const result = resultOf(stocktake, command.known);
  if (status === 'closed' && isAsClosed(result, stocktake)) throw standsElsewhere(stocktake);
  const counted = lines.length + tools.length;
  const closed = { stocktake: stocktake.stocktake, counted, ...result };
  return [happened(command, 'StocktakeClosed', closed, ['R16'])];
}

/** R16: by a supervisor who has not counted; what they approve is what the closing said, and it is booked with it. */
export function approveStocktake(
  command: ApproveStocktake,
  stocktake: OpenStocktake,
): readonly StocktakeEvent[] {
  const { status, counters, scope, explanations } = stocktake;
  if (status !== 'closed') throw standsElsewhere(stocktake);
  byAnEmployee(command);
  enforce([counterDoesNotApprove], { approvers: partiesOf(command.actor), counters });
  const result = resultOf(stocktake, command.known);
  if (!isAsClosed(result, stocktake)) throw sinceChanged();
  const differing = [...result.differences, ...result.tools].map(itemOf);
  const isExplained = (item: string) => explanations.some((each) => each.item === item);
  const unexplained = differing.filter((item) => !isExplained(item)).length;
  const approved = {
    stocktake: stocktake.stocktake,
    scope,
    adjusted: differing.length,
    unexplained,
  };
  return [happened(command, 'StocktakeApproved', approved, ['R16'])];
}

export function explainDifference(
  command: ExplainDifference,
  stocktake: OpenStocktake,
): readonly StocktakeEvent[] {
  if (stocktake.status !== 'closed') throw standsElsewhere(stocktake);
  const item = itemNamed(command.data, stocktake);
  const { differences, toolDifferences } = stocktake;
  const differs = [...differences, ...toolDifferences].some(
    (each) => itemOf(each) === itemOf(item),
  );
  if (!differs) throw noDifference();
  const { explanation } = command.data;
  const explained = { stocktake: stocktake.stocktake, ...item, explanation };
  return [happened(command, 'DifferenceExplained', explained, ['R16'])];
}

/** Nothing is adjusted, and nothing of what was counted counts. */
export function cancelStocktake(
  command: CancelStocktake,
  stocktake: OpenStocktake,
): readonly StocktakeEvent[] {
  if (stocktake.status !== 'counting' && stocktake.status !== 'closed')
    throw standsElsewhere(stocktake);
  const { reason } = command.data;
  const cancelled = { stocktake: stocktake.stocktake, reason };
  return [happened(command, 'StocktakeCancelled', cancelled, ['R16'])];
}

/** @throws Refused `second-count-missing`, `count-is-spoiled` @throws NotPossible `tool-moved-since` */
function resultOf({ lines, tools }: OpenStocktake, known: KnownBooks): Result {
  const forgotten = lines.filter((line) => isForgotten(line, known));
  enforce([everyLineIsCounted], { uncounted: forgotten.map(itemOf) });
  const settled = lines.map((line) => ({ line, count: settledOf(line, known) }));
  const unsettled = settled.filter(({ count }) => !count).map(({ line }) => itemOf(line));
  enforce([costlyLinesAreCountedTwice], { unsettled });
  const counts = settled.flatMap(({ count }) => count ?? []);
  const spoiled = counts.filter(isSpoiled).map(itemOf);
  if (spoiled.length > 0) throw spoiledBy(spoiled);
  return {
    differences: counts.flatMap((count) => differenceOf(count, known) ?? []),
    tools: tools.flatMap((tool) => toolDifferenceOf(tool, known) ?? []),
  };
}

/** What pieces are worth moves with the average; what differs is how many. */
function isAsClosed({ differences, tools }: Result, closed: OpenStocktake): boolean {
  const texts = (result: Result) =>
    [
      ...result.differences.map(
        ({ counted, difference, missing = [], found = [], lots, ...item }) =>
          `${itemOf(item)} ${counted} ${difference} -${missing.join(' ')} +${found.join(' ')} ${textOf(lots)}`,
      ),
      ...result.tools.map((each) => `${each.tool} ${each.what}`),
    ].toSorted();
  const before = { differences: closed.differences, tools: closed.toolDifferences };
  return texts({ differences, tools }).join('\n') === texts(before).join('\n');
}

function spoiledBy(items: readonly string[]): Refused {
  const { article, code, says } = countIsNotSpoiled;
  const some = items.slice(0, 5);
  const named = {
    zh: `${says.zh}：${some.join('、')}`,
    en: `${says.en}: ${some.join(', ')}`,
  };
  return new Refused(article, code, named);
}
