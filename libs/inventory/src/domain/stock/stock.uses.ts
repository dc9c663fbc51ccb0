import { added, inThousandths, lastOf } from './bookkeeping.js';
import { inBooks, lotsAfter } from './lot.js';
import type { StockState, UsedOf } from './stock.books.js';
import type { Moved, StockBooking } from './stock.events.js';

/* What entries of tickets used, how much of it was not in hand, and what was corrected since. */

type OfUse<Type> = Extract<StockBooking, { type: Type }>;

export function used(
  { uses, uncovered }: StockState,
  { data, occurredAt: at }: OfUse<'MaterialUsed'>,
): Partial<StockState> {
  const { ticket, visit, entry, quantity, value, uncovered: missing = 0, lot } = data;
  const thousandths = inThousandths(quantity - missing);
  const isOf = (each: { readonly ticket: string; readonly entry: number }) =>
    each.ticket === ticket && each.entry === entry;
  // A correction may use more for the same entry.
  const before = uses.find(isOf);
  const use = {
    ticket,
    entry,
    thousandths: thousandths + (before?.thousandths ?? 0),
    value: added(before?.value ?? '0.00', value, 1),
    ...lotsOfUse(before, data, 1),
  };
  const open = uncovered.find(isOf)?.thousandths ?? 0;
  const lacking = {
    ...{ ticket, visit, entry, thousandths: open + inThousandths(missing), at },
    ...pieceOf(data),
    ...(lot !== undefined && { lot }),
  };
  return {
    uses: lastOf(
      uses.filter((each) => !isOf(each)),
      use,
    ),
    uncovered: missing > 0 ? [...uncovered.filter((each) => !isOf(each)), lacking] : uncovered,
  };
}

/** An entry names one piece, where the material is kept by serial number. */
function pieceOf({ serials }: OfUse<'MaterialUsed'>['data']): { readonly serial?: string } {
  const [serial] = serials ?? [];
  return serial === undefined ? {} : { serial };
}

export function usedLess(
  { uses, uncovered }: StockState,
  data: OfUse<'MaterialUseTakenBack'>['data'],
): Partial<StockState> {
  const { ticket, entry, quantity, value, uncovered: missing = 0 } = data;
  const back = inThousandths(quantity - missing);
  return {
    uses: uses.map((use) =>
      use.ticket === ticket && use.entry === entry
        ? {
            ...use,
            thousandths: use.thousandths - back,
            value: added(use.value, value, -1),
            ...lotsOfUse(use, data, -1),
          }
        : use,
    ),
    uncovered: lessOf(uncovered, { ticket, entry }, inThousandths(missing)),
  };
}

export function usedMore(
  { uses, uncovered }: StockState,
  data: OfUse<'UncoveredUseExplained'>['data'],
): Partial<StockState> {
  const { ticket, entry, quantity, value } = data;
  const thousandths = inThousandths(quantity);
  return {
    uses: uses.map((use) =>
      use.ticket === ticket && use.entry === entry
        ? {
            ...use,
            thousandths: use.thousandths + thousandths,
            value: added(use.value, value, 1),
            ...lotsOfUse(use, data, 1),
          }
        : use,
    ),
    uncovered: lessOf(uncovered, { ticket, entry }, thousandths),
  };
}

/** What the entry took of each lot, with what it takes more, or less. */
function lotsOfUse(
  use: UsedOf | undefined,
  { lots }: Pick<Moved, 'lots'>,
  sign: 1 | -1,
): Pick<UsedOf, 'lots'> {
  return lots ? { lots: lotsAfter(use?.lots, inBooks(lots, sign)) } : {};
}

function lessOf(
  uncovered: StockState['uncovered'],
  { ticket, entry }: { readonly ticket: string; readonly entry: number },
  count: number,
): StockState['uncovered'] {
  return uncovered
    .map((use) =>
      use.ticket === ticket && use.entry === entry
        ? { ...use, thousandths: use.thousandths - count }
        : use,
    )
    .filter(({ thousandths }) => thousandths > 0);
}
