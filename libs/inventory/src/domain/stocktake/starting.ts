import { alreadyRegistered, fen, type Bilingual } from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type { KnownSheet, StartStocktake } from './stocktake.commands.js';
import { nothingToCount, scopeIsUnclear, sheetTooLong } from './stocktake.errors.js';
import type { Scope, StocktakeEvent } from './stocktake.events.js';
import type { Stocktake } from './stocktake.state.js';

/** Lines and tools of one stocktake at most: its approval books them in one step. It is no number of the policy. */
export const MOST_LINES = 400;

/**
 * R16: a sheet is drawn up of what the books have in the scope; what they say of it is not on the sheet.
 * Where that is more than one sheet has, it ends after so many, and says up to where it goes: another
 * stocktake goes on after that (ADR 29).
 */
export function startStocktake(
  command: StartStocktake,
  stocktake: Stocktake,
): readonly StocktakeEvent[] {
  const { data, known } = command;
  if (stocktake.status !== 'none') throw alreadyRegistered({ zh: '盘点', en: 'stocktake' });
  const { stocktake: id, ...scope } = data;
  clear(scope);
  const isEmpty = known.lines.length + known.tools.length === 0;
  // Where the place goes on after another sheet there may be nothing by the books, and is to be looked at all the same.
  if (isEmpty && scope.after === undefined) throw nothingToCount();
  const sheet = firstOf(known, scope);
  const { secondCounterAbove } = policyAt(command.occurredAt).stocktake;
  const lines = sheet.lines.map(({ sku, place, value }) => ({
    ...{ sku, place },
    ...(fen(value) > fen(secondCounterAbove) && { twice: true as const }),
  }));
  const upTo = sheet.upTo ?? scope.upTo;
  const started = {
    stocktake: id,
    scope: { ...scope, ...(upTo !== undefined && { upTo }) },
    lines,
    tools: sheet.tools,
  };
  return [happened(command, 'StocktakeStarted', started, ['R16'])];
}

/**
 * What fits on one sheet, and up to where it goes; all of it where it fits.
 *
 * @throws Invalid `sheet-too-long` a list, or materials and tools together, do not fit on one
 */
function firstOf(
  { lines, tools }: KnownSheet,
  { skus, tools: listed, toolClass }: Scope,
): KnownSheet & { readonly upTo?: string } {
  if (lines.length + tools.length <= MOST_LINES) return { lines, tools };
  if (skus || listed) throw sheetTooLong(MOST_LINES);
  if (lines.length > 0 && toolClass !== undefined) throw sheetTooLong(MOST_LINES);
  if (lines.length === 0) {
    const first = tools.slice(0, MOST_LINES);
    return { lines, tools: first, upTo: first.at(-1)! };
  }
  // A material is on one sheet wherever it is.
  const next = lines[MOST_LINES]!.sku;
  const first = lines.slice(0, MOST_LINES).filter(({ sku }) => sku !== next);
  const last = first.at(-1);
  if (!last) throw sheetTooLong(MOST_LINES);
  return { lines: first, tools, upTo: last.sku };
}

/** @throws Invalid `scope-is-unclear` */
function clear(scope: Scope): void {
  const unclear = UNCLEAR.find(({ is }) => is(scope));
  if (unclear) throw scopeIsUnclear(unclear.pointer, unclear.says);
}

const UNCLEAR: readonly {
  readonly is: (scope: Scope) => boolean;
  readonly pointer: string;
  readonly says: Bilingual;
}[] = [
  {
    is: ({ skus, place }) => skus !== undefined && place === undefined,
    pointer: '/place',
    says: { zh: '按清单盘点须指明库位', en: 'say where they are counted' },
  },
  {
    is: ({ skus, class: ofClass }) => skus !== undefined && ofClass !== undefined,
    pointer: '/class',
    says: { zh: '类别与清单只取其一', en: 'a class or a list, not both' },
  },
  {
    is: ({ tools, toolClass }) => tools !== undefined && toolClass !== undefined,
    pointer: '/toolClass',
    says: { zh: '工具类别与清单只取其一', en: 'a class of tools or a list, not both' },
  },
  {
    is: (scope) => isPart(scope) && !isOfOneKind(scope),
    pointer: '/after',
    says: {
      zh: '分段盘点只用于一个库位或类别的物料，或一类工具，不与清单或另一种合并',
      en: 'only a place, a class or a class of tools is counted in parts, by itself and not by list',
    },
  },
  {
    is: ({ after, upTo }) => after !== undefined && upTo !== undefined && upTo <= after,
    pointer: '/upTo',
    says: { zh: '截止编号须在起始编号之后', en: 'it ends after it begins' },
  },
];

function isPart({ after, upTo }: Scope): boolean {
  return after !== undefined || upTo !== undefined;
}

function isOfOneKind({ place, class: ofClass, skus, toolClass, tools }: Scope): boolean {
  const ofMaterials = place !== undefined || ofClass !== undefined;
  return ofMaterials !== (toolClass !== undefined) && !skus && !tools;
}
