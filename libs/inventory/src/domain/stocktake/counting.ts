import { notBefore } from '@app/kernel';
import { happened } from '@app/policy';
import { addingUp } from '../stock/named-lots.js';
import { named } from '../stock/named-pieces.js';
import { MOST } from '../stock/quantity.js';
import { isWithin } from './range.js';
import type { AskForRecount, CountStock, CountTool } from './stocktake.commands.js';
import { notANumberOfPieces, notOnTheSheet, standsElsewhere } from './stocktake.errors.js';
import type { StocktakeEvent } from './stocktake.events.js';
import { itemOf, type OpenStocktake } from './stocktake.state.js';

/** R16: so many there are, as whoever acts found them; nothing of the books has been shown to them. */
export function countStock(
  command: CountStock,
  stocktake: OpenStocktake,
): readonly StocktakeEvent[] {
  isCounting(stocktake);
  notBefore(command, stocktake.since);
  const { data, known } = command;
  const place = data.place ?? stocktake.scope.place;
  if (place === undefined) throw notOnTheSheet('/place');
  const { sku, quantity } = data;
  const item = { sku, place };
  if (!isOnSheet(item, stocktake) && !isFoundAt(item, known.class, stocktake))
    throw notOnTheSheet('/sku');
  counted(known.decimals)(quantity, '/quantity');
  named(command, counted(known.decimals));
  const found = { stocktake: stocktake.stocktake, ...item, quantity, ...whichOf(command) };
  return [happened(command, 'StockCounted', found, ['R16'])];
}

/** Of a material of so many decimals: a count may find none. @throws Invalid `not-a-quantity` */
function counted(decimals: number): (quantity: number, pointer: string) => void {
  return (quantity, pointer) => {
    const fits = Number(quantity.toFixed(decimals)) === quantity;
    if (!fits || quantity < 0 || quantity > MOST) throw notANumberOfPieces(decimals, pointer);
  };
}

/** Of what is kept by serial number or lot, those that are not named were not there. */
function whichOf({ data, known }: CountStock): Pick<CountStock['data'], 'serials' | 'lots'> {
  const { serials = [], lots = [] } = data;
  if (known.tracked === 'serial') return { serials };
  if (known.tracked !== 'lot') return {};
  addingUp(data, counted(known.decimals));
  return { lots };
}

/** R16: a tool was there, be it in the store or shown by whoever has it, or it was not. */
export function countTool(command: CountTool, stocktake: OpenStocktake): readonly StocktakeEvent[] {
  isCounting(stocktake);
  notBefore(command, stocktake.since);
  const { data, known } = command;
  const { scope } = stocktake;
  const ofClass =
    scope.toolClass === known.class && known.status !== 'retired' && isWithin(scope, data.tool);
  const onSheet = stocktake.tools.some(({ tool }) => tool === data.tool);
  if (!onSheet && !ofClass) throw notOnTheSheet('/tool');
  const counted = { stocktake: stocktake.stocktake, ...data };
  return [happened(command, 'ToolCounted', counted, ['R16'])];
}

/** What was counted of it is no more looked at, and the stocktake is open for it again. */
export function askForRecount(
  command: AskForRecount,
  stocktake: OpenStocktake,
): readonly StocktakeEvent[] {
  if (stocktake.status !== 'counting' && stocktake.status !== 'closed')
    throw standsElsewhere(stocktake);
  const item = itemNamed(command.data, stocktake);
  if (!isOnSheet(item, stocktake)) throw notOnTheSheet(item.tool ? '/tool' : '/sku');
  const asked = { stocktake: stocktake.stocktake, ...item, reason: command.data.reason };
  return [happened(command, 'RecountAsked', asked, ['R16'])];
}

/** What a command is about: a tool, or a material at a place. */
export function itemNamed(
  { sku, place, tool }: { readonly sku?: string; readonly place?: string; readonly tool?: string },
  { scope }: OpenStocktake,
): { readonly sku?: string; readonly place?: string; readonly tool?: string } {
  if (tool !== undefined) return { tool };
  const at = place ?? scope.place;
  if (sku === undefined || at === undefined) throw notOnTheSheet('/sku');
  return { sku, place: at };
}

function isCounting(stocktake: OpenStocktake): void {
  if (stocktake.status !== 'counting') throw standsElsewhere(stocktake);
}

function isOnSheet(
  item: { readonly sku?: string; readonly place?: string; readonly tool?: string },
  { lines, tools }: OpenStocktake,
): boolean {
  const id = itemOf(item);
  return [...lines, ...tools].some((each) => itemOf(each) === id);
}

/** What the books do not have there may be there all the same. */
function isFoundAt(
  { sku, place }: { readonly sku: string; readonly place: string },
  ofClass: string,
  { scope }: OpenStocktake,
): boolean {
  if (scope.skus || scope.place !== place || !isWithin(scope, sku)) return false;
  return scope.class === undefined || scope.class === ofClass;
}
