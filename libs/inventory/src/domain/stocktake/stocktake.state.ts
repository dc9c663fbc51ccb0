import { partiesOf, streams, type Instant } from '@app/kernel';
import { inThousandths } from '../stock/bookkeeping.js';
import { inBooks, type LotAt, type LotCounted } from '../stock/lot.js';
import type { Thousandths } from '../stock/quantity.js';
import type {
  Difference,
  MovementToldAfterCount,
  Scope,
  SheetLine,
  StocktakeEvent,
  ToolDifference,
} from './stocktake.events.js';

/** What somebody found at a moment; of each counter the last counts. */
export interface Count {
  readonly counter: string;
  /** Who entered it in their place; absent: they did. */
  readonly enteredBy?: string;
  readonly at: Instant;
  readonly thousandths: Thousandths;
  /** Of the pieces; absent: they are counted alone. */
  readonly serials?: readonly string[];
  /** Of each lot; absent: it is not kept by lot. */
  readonly lots?: readonly LotAt[];
}

export interface CountedLine extends SheetLine {
  /** In the order in which they were told. */
  readonly counts: readonly Count[];
}

export interface CountedTool {
  readonly tool: string;
  readonly seen?: { readonly there: boolean; readonly at: Instant };
}

/** A count that stands, and what is to be adjusted by it. */
export interface Standing {
  readonly sku: string;
  readonly place: string;
  readonly counter: string;
  readonly counted: Thousandths;
  readonly difference: Thousandths;
  /** When it was counted. */
  readonly countedAt: Instant;
  /** Pieces that were not there, and those that were beside the books; absent: they are counted alone. */
  readonly missing?: readonly string[];
  readonly found?: readonly string[];
  /** Of each lot that was counted, or that the books have; absent: it is not kept by lot. */
  readonly lots?: readonly LotCounted[];
}

/** Why something differs, by what somebody said of it. */
export interface Explanation {
  readonly item: string;
  readonly explanation: string;
}

/** A movement that explains some of what differed. */
export type ToldAfterCount = Omit<MovementToldAfterCount['data'], 'stocktake'>;

export interface OpenStocktake {
  readonly status: 'counting' | 'closed' | 'approved' | 'cancelled';
  readonly stocktake: string;
  readonly scope: Scope;
  readonly since: Instant;
  readonly lines: readonly CountedLine[];
  readonly tools: readonly CountedTool[];
  /** Everybody who has counted or entered a count of anything, recounts included. */
  readonly counters: readonly string[];
  /** As of the last closing. */
  readonly differences: readonly Difference[];
  readonly toolDifferences: readonly ToolDifference[];
  readonly explanations: readonly Explanation[];
  /** Movements of before the counts that were told after the approval, in the order in which they were told. */
  readonly toldAfter: readonly ToldAfterCount[];
}

/** One stocktake (R16). Stream `stocktake-<id>`. */
export type Stocktake = { readonly status: 'none' } | OpenStocktake;

export const stocktakeStreams = streams<Stocktake>('stocktake');

/** By which a line or a tool is named: `CAP-35 main`, `TOOL-1`. */
export function itemOf({
  sku,
  place,
  tool,
}: {
  readonly sku?: string;
  readonly place?: string;
  readonly tool?: string;
}): string {
  return tool ?? `${sku} ${place}`;
}

export function evolveStocktake(stocktake: Stocktake, event: StocktakeEvent): Stocktake {
  if (event.type === 'StocktakeStarted') {
    const { lines, tools, ...begun } = event.data;
    return {
      ...{ status: 'counting', ...begun, since: event.occurredAt },
      lines: lines.map((line) => ({ ...line, counts: [] })),
      tools: tools.map((tool) => ({ tool })),
      ...{ counters: [], differences: [], toolDifferences: [], explanations: [] },
      toldAfter: [],
    };
  }
  return stocktake.status === 'none' ? stocktake : after(stocktake, event);
}

function after(
  stocktake: OpenStocktake,
  event: Exclude<StocktakeEvent, { type: 'StocktakeStarted' }>,
): OpenStocktake {
  switch (event.type) {
    case 'StockCounted':
    case 'ToolCounted':
      return counted(stocktake, event);
    case 'RecountAsked':
      return uncounted(stocktake, itemOf(event.data));
    case 'StocktakeClosed': {
      const { differences, tools: toolDifferences } = event.data;
      return { ...stocktake, status: 'closed', differences, toolDifferences };
    }
    case 'DifferenceExplained': {
      const item = itemOf(event.data);
      const { explanation } = event.data;
      const others = stocktake.explanations.filter((each) => each.item !== item);
      return { ...stocktake, explanations: [...others, { item, explanation }] };
    }
    case 'StocktakeApproved':
      return { ...stocktake, status: 'approved' };
    case 'MovementToldAfterCount': {
      const { stocktake: _, ...told } = event.data;
      return { ...stocktake, toldAfter: [...stocktake.toldAfter, told] };
    }
    case 'StocktakeCancelled':
      return { ...stocktake, status: 'cancelled' };
  }
}

function counted(
  stocktake: OpenStocktake,
  event: Extract<StocktakeEvent, { type: 'StockCounted' | 'ToolCounted' }>,
): OpenStocktake {
  const { actor, occurredAt: at } = event;
  const { id, onBehalfOf: counter = id } = actor;
  const counters = [...new Set([...stocktake.counters, ...partiesOf(actor)])];
  if (event.type === 'ToolCounted') {
    const { tool, there } = event.data;
    const others = stocktake.tools.filter((each) => each.tool !== tool);
    return { ...stocktake, counters, tools: [...others, { tool, seen: { there, at } }] };
  }
  const { sku, place, quantity, serials, lots } = event.data;
  const by = { counter, ...(counter !== id && { enteredBy: id }) };
  const which = { ...(serials && { serials }), ...(lots && { lots: inBooks(lots) }) };
  const found = { thousandths: inThousandths(quantity), ...which };
  const count = { ...by, at, ...found };
  const isOf = (line: SheetLine) => line.sku === sku && line.place === place;
  const { counts = [], ...line } = stocktake.lines.find(isOf) ?? { sku, place };
  const kept = counts.filter((each) => each.counter !== counter);
  const lines = stocktake.lines.filter((each) => !isOf(each));
  return { ...stocktake, counters, lines: [...lines, { ...line, counts: [...kept, count] }] };
}

function uncounted(stocktake: OpenStocktake, item: string): OpenStocktake {
  return {
    ...{ ...stocktake, status: 'counting' },
    lines: stocktake.lines.map((line) => (itemOf(line) === item ? { ...line, counts: [] } : line)),
    tools: stocktake.tools.map(({ tool, seen }) =>
      tool === item || !seen ? { tool } : { tool, seen },
    ),
  };
}

/** As of the closing: the count of each line that stands, and what it is adjusted by. */
export function standingLines({ lines, differences }: OpenStocktake): readonly Standing[] {
  return lines.flatMap((line) => {
    const last = line.counts.at(-1);
    if (!last) return [];
    const { sku, place } = line;
    const differs = differences.find((each) => itemOf(each) === itemOf(line));
    const difference = inThousandths(differs?.difference ?? 0);
    const { counter, at: countedAt, thousandths: counted } = last;
    const { missing, found } = differs ?? {};
    const lots = last.lots && countedLots(last.lots, inBooks(differs?.lots));
    const which = { ...(missing && { missing }), ...(found && { found }), ...(lots && { lots }) };
    return [{ sku, place, counter, counted, difference, countedAt, ...which }];
  });
}

/** What was counted of each lot beside what differs; of one that was not counted there was none. */
function countedLots(counted: readonly LotAt[], differing: readonly LotAt[]): LotCounted[] {
  const all = new Map([...differing, ...counted].map(({ lot, expires }) => [lot, expires]));
  const of = (lots: readonly LotAt[], lot: string) =>
    lots.find((each) => each.lot === lot)?.thousandths ?? 0;
  return [...all].map(([lot, expires]) => ({
    ...{ lot, ...(expires && { expires }) },
    ...{ counted: of(counted, lot), difference: of(differing, lot) },
  }));
}
