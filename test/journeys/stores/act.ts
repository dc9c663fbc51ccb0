import type { OutcomeBody } from '@app/http';
import type { Instant } from '@app/kernel';
import { keyOf, type Some, type Verdict } from './model.js';
import type { Stores } from './stores.js';
import type { Wish } from './wishes.js';

/** What somebody sends, whether it must be accepted, and what it then changes in the notebook. */
export interface Act {
  readonly by: string;
  readonly path: string;
  readonly body: object;
  readonly may: () => Verdict;
  readonly apply: (outcome: OutcomeBody) => void;
}

export interface Telling {
  readonly slip: string;
  readonly now: Instant;
  readonly at: Instant;
}

/** What comes of a wish, by what the notebook says then; undefined: there is nothing to wish that of. */
export type Make = (stores: Stores, wish: Wish, telling: Telling) => Act | undefined;

/** Those of the stores that do what a wish says. */
export type Makes<Kind extends string> = Readonly<Record<Kind, Make>>;

export const CUSTOMERS = ['lanting', 'guihua'];
export const PRICES = ['0.01', '3.33', '12.00', '19.99'];

export const named = ({ quantity, lot, serials }: Some) => ({
  quantity,
  ...(lot !== undefined && { lots: [{ lot, quantity }] }),
  ...(serials.length > 0 && { serials }),
});

export const placed = (stores: Stores, wish: Wish) => ({
  sku: stores.sku(wish.sku),
  place: stores.places[wish.place]!,
});
export const isHands = (place: string) => place.startsWith('hands-');
export const nth = <Item>(items: readonly Item[], which: number): Item | undefined =>
  items[which % items.length];

export const stockOf = (sku: string, command: string) => `stock/${sku}/${command}`;

interface At {
  readonly sku: string;
  readonly place: string;
  readonly at: Instant;
}

export function comeIn(
  { model }: Stores,
  { sku, place, at }: At,
  { quantity, lot, serials }: Some,
): void {
  model.book(keyOf(sku, place), at, quantity, lot);
  for (const serial of serials) model.pieces.set(serial, { place, since: at });
}

export function goOut(
  { model }: Stores,
  { sku, place, at }: At,
  some: Some,
  whither: string,
): void {
  model.book(keyOf(sku, place), at, -some.quantity, some.lot);
  for (const serial of some.serials) model.pieces.set(serial, { place: whither, since: at });
}
