import { enforceOrFind, recordDeeds, withdrawFindings } from '@app/findings';
import { instantOf, localDate, type Command, type Yuan } from '@app/kernel';
import { happened, policyAt, toldLate } from '@app/policy';
import { arrivedSince } from './arrived-since.js';
import { keepable } from './bounds.js';
import { isNothing } from './coming-in.js';
import { found } from './found.js';
import { handsAt } from '../location/location.js';
import { isKeptBy, isNotAnothers } from './keepers.js';
import { firstOf, onPaper, totalOf, type LotAt, type LotOf } from './lot.js';
import { lotsThere } from './lots-there.js';
import { expiredOf, lotsGoing } from './named-lots.js';
import { named } from './named-pieces.js';
import { thousandthsOf, unitsOf, type Thousandths } from './quantity.js';
import { issuedBeforeUse } from './rules/issued-before-use.js';
import { stockIsNeverBelowZero } from './rules/stock-is-never-below-zero.js';
import { keptFromOthers, servedBy } from './reserving.js';
import { unusedSlip } from './slips.js';
import { availableAt, withMemoryOf, type Stock } from './stock.books.js';
import type {
  KnownGoing,
  ReturnMaterial,
  ScrapMaterial,
  SellMaterial,
  UseMaterial,
} from './stock.commands.js';
import { freeOfCharge, intoHands, notInHands, notTheGiver, tooFew } from './stock.errors.js';
import type { StockEvent } from './stock.events.js';
import type { StockId } from './stock.state.js';
import { takenFrom } from './value.js';

/** Out of somebody's hands, and in at the store at the same moment. */
export function returnMaterial(command: ReturnMaterial, stock: Stock): readonly StockEvent[] {
  const { data } = command;
  if (handsAt(data.place) === undefined) throw notInHands('/place');
  if (handsAt(data.to) !== undefined) throw intoHands('/to');
  const taken = takenOut(command, stock);
  const event = happened(command, 'MaterialReturned', { ...data, ...taken }, ['R12']);
  // Some of it, told late, says nothing of the rest.
  const isAll = stock?.thousandths === Math.round(data.quantity * 1000);
  const rules = isAll ? [found.materialComesBackFromWhoeverLeaves] : [];
  // The last day of work belongs to it.
  const since = instantOf(localDate(event.occurredAt), '00:00');
  return [
    event,
    ...withdrawFindings(command, stock ?? { findings: [] }, { rules, place: {}, since }, event),
  ];
}

/**
 * 销: by whoever acts: what was issued into their hands (R12), by them alone; over the counter of a store, by
 * those who keep it.
 */
export function sellMaterial(command: SellMaterial, stock: Stock): readonly StockEvent[] {
  const { reservation: _, ...data } = command.data;
  if (isNothing(data.price)) throw freeOfCharge('/price');
  keepable(data.price, data, '/price');
  if (!isKeptBy(command, data.place)) throw notTheGiver(data.place);
  const taken = takenOut(command, stock);
  const expired = expiredOf(taken, command.occurredAt);
  const missed = [
    ...enforceOrFind(command, [found.expiredLotIsNotHandedOut], expired),
    ...keptFromOthers(command, stock),
  ];
  const slip = unusedSlip(command, stock);
  const seller = command.actor.onBehalfOf ?? command.actor.id;
  return [
    happened(command, 'MaterialSold', { ...data, ...taken, slip, seller }, ['R15']),
    ...servedBy(command, slip, stock),
    ...recordDeeds(command, stock ?? { findings: [] }, missed, { person: seller, remark: slip }),
  ];
}

/**
 * What is in somebody's hands they scrap themself, or return it first (R11). What is kept for the owner of a
 * system is released first (B2): then it is known for whom there is none.
 *
 * @throws Refused `reserved-for-another` (B2)
 */
export function scrapMaterial(command: ScrapMaterial, stock: Stock): readonly StockEvent[] {
  const { actor, occurredAt, data } = command;
  if (!isNotAnothers(command, data.place)) throw notTheGiver(data.place);
  const taken = takenOut(command, stock);
  const { approvalAbove } = policyAt(occurredAt).materials;
  const subject = { value: taken.value, approvalAbove, role: actor.role };
  const missed = [
    ...enforceOrFind(command, [found.costlyScrapIsAManagers], subject),
    ...keptFromOthers(command, stock),
  ];
  return [
    happened(command, 'MaterialScrapped', { ...data, ...taken }, ['R11', 'R15']),
    ...recordDeeds(command, stock ?? { findings: [] }, missed, {
      person: actor.onBehalfOf ?? actor.id,
    }),
  ];
}

/**
 * 消: used on a ticket, out of the technician's hands (R12). What is told late has happened: what of it
 * was not in hand is kept as uncovered, and takes nothing out of the hands but what was on its way to them
 * then and has arrived since.
 */
export function useMaterial(command: UseMaterial, stock: Stock): readonly StockEvent[] {
  const { data, inHand } = command;
  const asked = Math.round(data.quantity * 1000);
  const lots = lotsInHands(command, stock);
  const available = lots ? totalOf(lots) : inHands(command, asked, stock);
  const late = toldLate(command);
  // A piece with a serial number says itself where it is.
  if (!late && inHand === undefined && issuedBeforeUse.brokenBy({ asked, available }))
    throw tooFew(data, available, issuedBeforeUse);
  const covered = Math.min(asked, available);
  const uncovered = unitsOf(asked - covered);
  const value = stock ? takenFrom(covered, stock) : '0.00';
  const used = {
    ...data,
    value: covered === 0 ? '0.00' : value,
    ...(uncovered > 0 && { uncovered }),
    ...(lots && { lots: onPaper(firstOf(lots, covered)) }),
  };
  const told = happened(command, 'MaterialUsed', used, ['R12']);
  return [told, ...arrivedSince(command, told, stock)];
}

function inHands(
  { inHand, moved, occurredAt }: UseMaterial,
  asked: Thousandths,
  stock: Stock,
): Thousandths {
  if (inHand !== undefined) return inHand ? asked : 0;
  return availableAt(withMemoryOf(stock, moved), occurredAt);
}

/** What of a material that is kept by lot was in hand: of the lot that is named, or else first what expires first. */
function lotsInHands(
  { byLot, data: { lot }, moved, occurredAt }: UseMaterial,
  stock: Stock,
): readonly LotAt[] | undefined {
  if (!byLot) return undefined;
  const there = lotsThere(withMemoryOf(stock, moved), occurredAt);
  return there.filter((each) => lot === undefined || each.lot === lot);
}

/**
 * What goes out with its value, by what was there at the time and has been since.
 *
 * @throws Refused `not-in-stock` (R12)
 */
export function takenOut(
  command: Command<string, Going> & { readonly known: KnownGoing },
  stock: Stock,
): { readonly value: Yuan; readonly lots?: readonly LotOf[] } {
  const { data, known, occurredAt } = command;
  const asked = thousandthsOf(data.quantity, known.decimals);
  named(command);
  const books = withMemoryOf(stock, known.moved);
  const available = availableAt(books, occurredAt);
  if (!stock || stockIsNeverBelowZero.brokenBy({ asked, available })) throw tooFew(data, available);
  return { value: takenFrom(asked, stock), ...lotsGoing(command, books) };
}

interface Going extends StockId {
  readonly quantity: number;
  readonly serials?: readonly string[];
  readonly lots?: readonly LotOf[];
}
