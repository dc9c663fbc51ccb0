import { expect } from '@jest/globals';
import type { Instant } from '@app/kernel';
import type { StockBody } from '@app/inventory/src/http/stock.dto.js';
import type { Centre } from '../centre/centre.js';
import { keyOf } from './model.js';
import { LOTS, type Stores } from './stores.js';

/** When it is, and the last position that anybody was told. */
interface AsOf {
  readonly now: Instant;
  readonly position: bigint;
}

/** The books say what the notebook says of each material at each place, and each tool who has it. */
export async function compare(centre: Centre, stores: Stores, asOf: AsOf): Promise<void> {
  for (const sku of stores.skus)
    for (const place of stores.places)
      if (stores.model.touched.has(keyOf(sku, place)))
        await compareBooks(centre, stores, { sku, place, ...asOf });
  for (const [tool, known] of stores.tools) {
    const shown = await centre.read<{ holder?: string; receiver?: string }>(
      'supervisor',
      `tools/${tool}`,
    );
    expect([tool, shown.holder, shown.receiver]).toEqual([tool, known.has, known.expects]);
  }
}

interface At extends AsOf {
  readonly sku: string;
  readonly place: string;
}

async function compareBooks(centre: Centre, stores: Stores, { sku, place, now, position }: At) {
  const { model } = stores;
  const key = keyOf(sku, place);
  const books = await centre.read<StockBody>('supervisor', `stock/${sku}/at/${place}`);
  const lots = books.lots ?? [];
  const kept = books.reservations.filter(({ until }) => until > now);
  const uncovered = books.uncovered.map(({ quantity }) => quantity);
  expect({
    ...{ key, quantity: books.quantity },
    lots: lots.map(({ lot, quantity }) => [lot, quantity]).toSorted(),
    ways: books.onItsWay.map(({ slip }) => slip),
    kept: kept.map(({ slip, quantity }) => [slip, quantity]),
    uncovered: uncovered.reduce((sum, each) => sum + each, 0),
  }).toEqual({
    ...{ key, quantity: model.balance(key) },
    lots: LOTS.map((lot) => [lot, model.balance(key, undefined, lot)]).filter(([, n]) => n !== 0),
    ways: model.ways.filter((way) => keyOf(way.sku, way.from) === key).map(({ slip }) => slip),
    kept: model.list
      .filter((each) => each.key === key && each.until > now && each.left > 0)
      .map(({ slip, left }) => [slip, left]),
    uncovered: model.uncovered(key),
  });
  expect(books.quantity).toBeGreaterThanOrEqual(0);
  if (books.quantity === 0) expect([key, books.value]).toEqual([key, '0.00']);
  await compareLedger(centre, key, books, position);
  if (sku.startsWith('BOARD')) await comparePieces(centre, stores, books, position);
}

/** Each piece is in one place, and says so itself. */
async function comparePieces(
  centre: Centre,
  stores: Stores,
  { sku, place, quantity }: StockBody,
  position: bigint,
) {
  const asked = `sku=${sku}&place=${place}&limit=200&minPosition=${position}`;
  const { items } = await centre.read<{ items: readonly { serial: string }[] }>(
    'supervisor',
    `pieces?${asked}`,
  );
  const shown = items.map(({ serial }) => serial).toSorted();
  expect([place, quantity, shown]).toEqual([
    ...[place, shown.length, stores.serialsAt(place).toSorted()],
  ]);
}

interface LedgerLine {
  readonly thousandths: string;
  readonly fen: string;
  readonly leftThousandths: string;
}

/** The value is the sum of the movements, and after none of them there was less than nothing. */
async function compareLedger(centre: Centre, key: string, books: StockBody, position: bigint) {
  const asked = `sku=${books.sku}&place=${books.place}&limit=200&minPosition=${position}`;
  const { items } = await centre.read<{ items: readonly LedgerLine[] }>(
    'supervisor',
    `stock-ledger?${asked}`,
  );
  const sum = (of: 'thousandths' | 'fen') => items.reduce((all, each) => all + Number(each[of]), 0);
  expect([key, sum('thousandths') / 1000, (sum('fen') / 100).toFixed(2)]).toEqual([
    ...[key, books.quantity, books.value],
  ]);
  const left = items.map(({ leftThousandths }) => Number(leftThousandths));
  expect(Math.min(0, ...left)).toBe(0);
}
