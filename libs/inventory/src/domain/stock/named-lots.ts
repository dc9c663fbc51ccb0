import type { Command, Instant } from '@app/kernel';
import { localDate } from '@app/kernel';
import { inThousandths } from './bookkeeping.js';
import { firstOf, inBooks, onPaper, totalOf, type LotAt, type LotOf } from './lot.js';
import {
  lotExpiresOtherwise,
  lotNamedTwice,
  lotsDoNotAddUp,
  lotsMissing,
  notOfThatLot,
  tooFewOfLot,
} from './lot.errors.js';
import { lotsThere } from './lots-there.js';
import type { SoldOf, Stock } from './stock.books.js';
import type { KnownMaterial } from './stock.commands.js';
import type { StockId } from './stock.state.js';

type Some = Command<
  string,
  StockId & { readonly quantity: number; readonly lots?: readonly LotOf[] }
> & { readonly known: Pick<KnownMaterial, 'tracked'> };

/** What a movement says of lots; nothing where they are not kept. */
interface Lots {
  readonly lots?: readonly LotOf[];
}

/**
 * R12: of a material that is kept by lot each that is named is named once, and together they are as many as move.
 *
 * @param perLot what a quantity of one lot has to be
 * @throws Invalid `lots-do-not-add-up`, `lot-named-twice` and as `perLot`
 */
export function addingUp(
  { quantity, lots = [] }: Pick<Some['data'], 'quantity' | 'lots'>,
  perLot: (quantity: number, pointer: string) => void,
): void {
  lots.forEach((each, index) => perLot(each.quantity, `/lots/${index}/quantity`));
  const together = totalOf(inBooks(lots));
  if (together !== inThousandths(quantity)) throw lotsDoNotAddUp(quantity, together / 1000);
  const named = lots.map(({ lot }) => lot);
  const twice = named.findIndex((lot, index) => named.indexOf(lot) !== index);
  if (twice >= 0) throw lotNamedTwice(named[twice]!, `/lots/${twice}/lot`);
}

/**
 * What comes in names its lots, and says nothing else of when they expire than is known at the place.
 *
 * @throws Invalid `lots-missing`, `lot-expires-otherwise`
 */
export function lotsComing({ data: { lots }, known }: Some, stock: Stock): void {
  if (known.tracked !== 'lot') return;
  if (!lots) throw lotsMissing([]);
  for (const { lot, expires } of lots) {
    const known = stock?.dates?.find((each) => each.lot === lot);
    if (known && expires !== undefined && known.expires !== expires)
      throw lotExpiresOtherwise(known);
  }
}

/**
 * What goes out of each lot, by what was there of it then and has been since; where one lot only is there
 * it need not be named.
 *
 * @throws Invalid `lots-missing`, which proposes what expires first @throws Refused `not-in-stock` (R12)
 */
export function lotsGoing({ data, known, occurredAt }: Some, stock: Stock): Lots {
  if (known.tracked !== 'lot') return {};
  const there = lotsThere(stock, occurredAt);
  const asked = inThousandths(data.quantity);
  if (!data.lots) {
    const [only, ...others] = there;
    if (others.length > 0) throw lotsMissing(firstOf(inDate(there, occurredAt), asked));
    if (!only || only.thousandths < asked) throw tooFewOfLot(data, only?.lot ?? '', there);
    return { lots: onPaper([{ ...only, thousandths: asked }]) };
  }
  const going = data.lots.map(({ lot, quantity }) => {
    const has = there.find((each) => each.lot === lot);
    const thousandths = inThousandths(quantity);
    if (!has || has.thousandths < thousandths) throw tooFewOfLot(data, lot, there);
    return { ...has, thousandths };
  });
  return { lots: onPaper(going) };
}

/** Which of them have expired by the business date of an instant. */
export function expiredOf({ lots = [] }: Lots, at: Instant): { readonly expired: string[] } {
  const kept = inDate(inBooks(lots), at);
  const isKept = (lot: string) => kept.some((each) => each.lot === lot);
  return { expired: lots.map(({ lot }) => lot).filter((lot) => !isKept(lot)) };
}

/** Those that may be handed out on the business date of an instant. */
export function inDate(lots: readonly LotAt[], at: Instant): LotAt[] {
  const today = localDate(at);
  return lots.filter(({ expires = today }) => expires >= today);
}

/**
 * What comes back of each lot of a sale; where it was one lot, or all of it comes back, it need not be named.
 *
 * @throws Invalid `lots-missing`, `more-than-was-sold`
 */
export function lotsOfSale({ data, known }: Some, { lots: sold = [], thousandths }: SoldOf): Lots {
  if (known.tracked !== 'lot') return {};
  const asked = inThousandths(data.quantity);
  if (!data.lots) {
    if (sold.length > 1 && asked < thousandths) throw lotsMissing(sold);
    return { lots: onPaper(firstOf(sold, asked)) };
  }
  const back = data.lots.map(({ lot, quantity }) => {
    const of = sold.find((each) => each.lot === lot);
    if (!of || of.thousandths < inThousandths(quantity)) throw notOfThatLot(lot, sold);
    return { ...of, thousandths: inThousandths(quantity) };
  });
  return { lots: onPaper(back) };
}
