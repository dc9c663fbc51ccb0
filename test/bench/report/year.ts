import { newId, plusMinutes, type Instant } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import type { StockEvent } from '@app/inventory';
import { added } from '@app/inventory/src/domain/stock/bookkeeping.js';
import { priceOf, valueOf, type Worth } from '@app/inventory/src/domain/stock/value.js';
import { skuOf } from '../stock/books.js';

export const YEAR = 2025;
const SKUS = 5_000;
/** The main store, which keeps every material, and vans and other stores, each of which keeps some: 20,000 lines in all. */
const PLACES = 50;
const KEPT = 300;
const MOVEMENTS = 1_000_000;
/** The first minute of the business year, and how many there are. */
export const BEGINS = '2024-12-31T16:00:00.000Z';
const MINUTES = 365 * 24 * 60;
/** One receipt in so many is told five weeks after it came, so in another period. */
const LATE_EVERY = 10;
const LATE_MINUTES = 35 * 24 * 60;

/** Columns of the log behind the position: stream, version, id, type, data, meta, recorded at. */
export type Line = readonly [string, number, string, string, string, string, Instant];

/** How an event stands in the log that was recorded when it happened, or at `at`. */
export function lineOf(
  [stream, version]: readonly [stream: string, version: number],
  { type, data }: { readonly type: string; readonly data: object },
  at: Instant,
  occurredAt = at,
): Line {
  const meta = metaOf(occurredAt);
  return [stream, version, newId(), type, JSON.stringify(data), JSON.stringify(meta), at];
}

type Books = Worth & { readonly version: number };
type Booked = Pick<StockEvent, 'type' | 'data'>;

/** A year's movements of so many materials at so many places, in the order in which they were recorded. */
export class Year {
  readonly skus: number;
  readonly movements: number;
  private readonly books = new Map<string, Books>();
  private number = 0;
  private received = 0;

  /** @param size the share of the movements and materials, 1 being a million of 5,000 */
  constructor(size: number) {
    this.skus = Math.ceil(SKUS * size);
    this.movements = Math.ceil(MOVEMENTS * size);
  }

  /** A material at a place: in every other movement at the main store. */
  anywhere(): { readonly sku: string; readonly place: string } {
    const any = (count: number) => Math.floor(Math.random() * count);
    if (any(2) === 0) return { sku: skuOf(any(this.skus)), place: 'main' };
    const place = 1 + any(PLACES - 1);
    const kept = place * KEPT + any(Math.min(KEPT, this.skus));
    return { sku: skuOf(kept % this.skus), place: `van-${place}` };
  }

  /** The next so many; none: the year is over. */
  next(count: number): Line[] {
    const left = Math.min(count, this.movements - this.number);
    return Array.from({ length: left }, () => this.moved());
  }

  private moved(): Line {
    const { sku, place } = this.anywhere();
    const key = `${sku}:${place}`;
    const before = this.books.get(key) ?? { thousandths: 0, value: '0.00' as const, version: 0 };
    const { type, data } = before.thousandths < 4_000 ? receivedAt(this.number) : goneFrom(before);
    const sign = type === 'MaterialReceived' ? 1 : -1;
    const { quantity, value } = data as { quantity: number; value: Worth['value'] };
    const books = {
      thousandths: before.thousandths + sign * quantity * 1_000,
      value: added(before.value, value, sign),
      version: before.version + 1,
    };
    this.books.set(key, books);
    const at = plusMinutes(BEGINS, (this.number++ * MINUTES) / this.movements);
    const isLate = sign > 0 && ++this.received % LATE_EVERY === 0 && at > FIRST_LATE;
    const event = { type, data: { sku, place, ...data } };
    const occurredAt = isLate ? plusMinutes(at, -LATE_MINUTES) : at;
    return lineOf([`stock-${key}`, books.version], event, at, occurredAt);
  }
}

const FIRST_LATE = plusMinutes(BEGINS, LATE_MINUTES);

function receivedAt(number: number): Booked {
  const quantity = 20;
  const unitCost = `${10 + (number % 7)}.${10 + (number % 89)}`;
  const paper = { slip: `R-${number}`, unitCost, supplier: '华东电子', deliveryNote: 'SH-0302' };
  const value = priceOf(quantity * 1_000, unitCost);
  return { type: 'MaterialReceived', data: { quantity, value, ...paper } } as unknown as Booked;
}

let nth = 0;

function goneFrom(books: Books): Booked {
  const quantity = 1 + (nth++ % 3);
  const some = { quantity, value: valueOf(quantity * 1_000, books) };
  const sale = { customer: '兰亭物业', price: '18.00', method: 'transfer', seller: 'he-jun' };
  const went = [
    { type: 'MaterialSold', data: { ...some, slip: `XS-${nth}`, ...sale } },
    { type: 'MaterialUsed', data: { ...some, ticket: `T-${nth}`, visit: 1, entry: 1 } },
    { type: 'MaterialScrapped', data: { ...some, reason: '受潮' } },
  ];
  return went[nth % went.length] as unknown as Booked;
}

function metaOf(occurredAt: Instant): object {
  const commandId = newId();
  return {
    occurredAt,
    actor: STOREKEEPER,
    articles: ['R15'],
    commandId,
    commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A',
    correlationId: commandId,
    causationId: commandId,
    policyVersion: '2026-01',
  };
}
