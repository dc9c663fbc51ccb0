import type { WithFindings } from '@app/findings';
import type { Instant, Yuan } from '@app/kernel';
import { countAfter, lastBefore, type WithCounts } from './counts.js';
import type { LotAt, LotDate } from './lot.js';
import type { Thousandths } from './quantity.js';
import type { Priority } from './reservation.events.js';
import type { Worth } from './value.js';

/** So many of what is kept under the number of a reservation. */
export interface Served {
  readonly slip: string;
  readonly thousandths: Thousandths;
}

/** Issued, and not arrived yet. */
export interface OnItsWay extends Worth {
  readonly slip: string;
  readonly to: string;
  readonly issuedAt: Instant;
  readonly ticket?: string;
  /** Absent: it is counted alone. */
  readonly serials?: readonly string[];
  /** Absent: it is not kept by lot. */
  readonly lots?: readonly LotAt[];
  /** The employee who entered late that it had been issued; absent: it was told in time. */
  readonly enteredLateBy?: string;
  /** What it takes of reservations; absent: nothing. */
  readonly serves?: readonly Served[];
}

/** Issued into somebody's hands without an approval, arrived or not. */
export interface HandedOut {
  readonly slip: string;
  readonly to: string;
  readonly ticket?: string;
  readonly at: Instant;
  readonly value: Yuan;
}

/** Asked for, and not issued yet. */
export interface Requested {
  readonly slip: string;
  readonly to: string;
  readonly thousandths: Thousandths;
  /** The employee who asked. */
  readonly by: string;
  /** Who entered it in their place; absent: they did. */
  readonly enteredBy?: string;
  /** When it was asked for. */
  readonly at: Instant;
  /** From then on it waits no more. */
  readonly until: Instant;
  readonly approved: boolean;
}

/** Kept for the owner of a system that is served (B2). */
export interface Reservation extends Served {
  readonly customer: string;
  readonly system: string;
  readonly ticket?: string;
  readonly priority: Priority;
  readonly since: Instant;
  readonly until: Instant;
  /** That nothing is kept any more was said. */
  readonly ended?: true;
}

export interface ReceivedOf {
  readonly slip: string;
  readonly thousandths: Thousandths;
  readonly unitCost: Yuan;
  /** When it came; absent: that was carried forward without it. */
  readonly at?: Instant;
  /** So many came after it; default: none. */
  readonly later?: Thousandths;
  /** What a correction could not take off so many of it, as no value was left; default: nothing. */
  readonly lacking?: Worth;
}

/** Sold, less what was taken back. */
export interface SoldOf extends Worth {
  readonly slip: string;
  readonly seller: string;
  /** When it was sold; absent: that was carried forward without it. */
  readonly at?: Instant;
  /** By the customer, for what was not taken back. */
  readonly paid: Yuan;
  /** Of what was paid for those taken back, what was not refunded; absent: nothing. */
  readonly owed?: Yuan;
  /** Absent: it is not kept by lot. */
  readonly lots?: readonly LotAt[];
}

/** An entry of a ticket, by its number there. */
export interface EntryOfTicket {
  readonly ticket: string;
  readonly entry: number;
}

/** What an entry of a ticket took out of the hands, less what was taken back. */
export interface UsedOf extends Worth, EntryOfTicket {
  /** Absent: it is not kept by lot. */
  readonly lots?: readonly LotAt[];
}

/** Used on a ticket without having been in hand, and not explained yet. */
export interface UncoveredUse extends EntryOfTicket {
  readonly visit: number;
  /** Of the piece, which alone explains it; absent: it is counted alone. */
  readonly serial?: string;
  /** Of the lot that the entry names, which alone explains it; absent: any does. */
  readonly lot?: string;
  readonly thousandths: Thousandths;
  readonly at: Instant;
}

/** How something came from another place. */
export interface CameFrom {
  /** When it left there; what was used since, and told later, is explained by it (R12). */
  readonly left: Instant;
  /** Of its issue; absent: it was returned. */
  readonly slip?: string;
  /** The employee who entered the issue late, or else who confirmed it. */
  readonly by: string;
}

/** Movements by when they happened. */
export type Movements = readonly {
  readonly at: Instant;
  /** Thousandths that came in; below zero: went out. */
  readonly change: number;
  /** For which entry of a ticket; absent: for none. */
  readonly of?: EntryOfTicket;
  /** How many of each lot came in, or below zero went out; absent: it is not kept by lot. */
  readonly lots?: readonly LotAt[];
  /** That it came from another place; absent: it did not, or nothing is known of when it left there. */
  readonly came?: CameFrom;
}[];

/** What the books of one material at one place say; it is stored as it is, so it is JSON. */
export interface StockState extends Worth, WithFindings, WithCounts {
  readonly sku: string;
  readonly place: string;
  /** What there is of each lot; absent: it is not kept by lot. */
  readonly lots?: readonly LotAt[];
  /** When the last lots that were ever there expire, also of those that are all gone; absent: nothing is known. */
  readonly dates?: readonly LotDate[];
  /** The latest time at which anything of it happened. */
  readonly latest: Instant;
  /** The last movements by when they happened, as recorded. */
  readonly movements: Movements;
  /** Of movements up to then nothing is known one by one any more; absent: all are known. */
  readonly forgotten?: Instant;
  readonly ways: readonly OnItsWay[];
  /** The last that went into hands without an approval; absent: none did. */
  readonly handedOut?: readonly HandedOut[];
  /** Numbers of the last papers whose goods have arrived; absent: none have. */
  readonly arrived?: readonly string[];
  readonly requests: readonly Requested[];
  /** Those that hold, and the last that are over. */
  readonly reservations: readonly Reservation[];
  /** The last of each; what is older can no longer be corrected or taken back. */
  readonly receipts: readonly ReceivedOf[];
  readonly sales: readonly SoldOf[];
  readonly uses: readonly UsedOf[];
  readonly uncovered: readonly UncoveredUse[];
  /** Events since the state was last carried forward. */
  readonly since: number;
}

/** The books of one material at one place, in stream `stock-<sku>:<place>`; undefined: nothing was ever there. */
export type Stock = StockState | undefined;

/**
 * How many could be taken out at an instant, so that there was never less than nothing from then on: up
 * to the next approved count, from which on it is certain what was there.
 *
 * @param except an entry of a ticket that is looked at as though it had not been; default: none. What it used
 *   and was explained only later had been in hand, for that entry alone.
 */
export function availableAt(stock: Stock, at: Instant, except?: EntryOfTicket): Thousandths {
  if (!stock) return 0;
  if (forgottenBefore(stock, at)) return 0;
  const count = countAfter(stock, at);
  const until = count && lastBefore(count.countedAt);
  const isExcepted = ({ of }: StockState['movements'][number]) =>
    of !== undefined && of.ticket === except?.ticket && of.entry === except.entry;
  const excepted = stock.movements.filter(isExcepted);
  const now = excepted.reduce((left, { change }) => left - change, stock.thousandths);
  const later = stock.movements
    .filter((movement) => movement.at > at && !isExcepted(movement))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  let [then, least] = [now, now];
  later.forEach(({ at: when, change }, index) => {
    then -= change;
    // Of what happened at one moment the sum counts, and not its order.
    if (later[index + 1]?.at !== when)
      least = until !== undefined && when >= until ? then : Math.min(least, then);
  });
  const explained = excepted.filter((each) => each.at > at);
  return Math.max(
    0,
    explained.reduce((sum, { change }) => sum - change, least),
  );
}

/** Whether nothing is known one by one any more of what was at an instant. */
export function forgottenBefore(stock: Stock, at: Instant): boolean {
  return stock?.forgotten !== undefined && at < stock.forgotten;
}

/**
 * The books with a longer memory, for what is told late.
 *
 * @param moved the movements since then, as the log has them; default: what the books remember is enough
 */
export function withMemoryOf(stock: Stock, moved: Movements | undefined): Stock {
  if (!stock || !moved) return stock;
  const { forgotten: _, ...books } = stock;
  return { ...books, movements: moved };
}

/** How many there were at an instant, and the fewest from then on. */
export function countedUpTo(
  stock: StockState,
  at: Instant,
): { readonly book: Thousandths; readonly least: Thousandths } {
  const later = stock.movements.filter((movement) => movement.at > at);
  const book = later.reduce((left, { change }) => left - change, stock.thousandths);
  return { book, least: availableAt({ ...stock, approved: [] }, at) };
}
