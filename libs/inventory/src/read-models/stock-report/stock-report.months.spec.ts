import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import { localDate, plusDays, plusMinutes, type Instant, type LocalDate } from '@app/kernel';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { event } from '../../testing/stock.js';
import { stockBalanceModel } from '../stock-balance/stock-balance.read-model.js';
import type { StockReportRow } from './stock-report.row.js';
import { StockReportHandler, StockReportQuery } from './stock-report.query.js';

/* Fourteen months of movements, some of them told weeks after they were made. */

const FIRST = '2024-11-01T00:00:00.000Z';
const DAYS = 14 * 30;
const DAY = 24 * 60;

const BOOKED = ['MaterialReceived', 'MaterialScrapped', 'PriceDifferenceBooked'] as const;
const USES = ['MaterialUsed', 'UncoveredUseExplained', 'MaterialUseTakenBack'] as const;

interface Moved {
  readonly place: string;
  readonly kind: (typeof BOOKED)[number] | (typeof USES)[number];
  readonly fen: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The entry that used something uncovered, by the position of its first event; absent: it is of none. */
  readonly entry?: number;
  /** Units that are uncovered of it since, or below zero are no more. */
  readonly uncovered?: number;
}

/** In the order in which they are recorded; the position is the number, from 1 on. */
const [moves] = fc
  .sample(
    fc.array(
      fc.record({
        place: fc.constantFrom('main', 'van-1', 'van-2'),
        kind: fc.constantFrom<Moved['kind']>(...BOOKED, ...USES),
        fen: fc.integer({ min: 1, max: 999 }),
        late: fc.constantFrom(0, 0, 0, 20, 70),
      }),
      { minLength: 240, maxLength: 240 },
    ),
    { numRuns: 1, seed: 7 },
  )
  .map((drawn) =>
    asEntries(
      drawn.map(({ late, ...move }, number): Moved => {
        const recordedAt = plusMinutes(FIRST, ((number * DAYS) / drawn.length) * DAY);
        return { ...move, recordedAt, occurredAt: plusMinutes(recordedAt, -late * DAY) };
      }),
    ),
  );

/** Each use is uncovered at first; what explains it, or takes it back, is of one at its place that is open. */
function asEntries(drawn: readonly Moved[]): readonly Moved[] {
  const open: { readonly place: string; readonly entry: number; left: number }[] = [];
  return drawn.map((move, index): Moved => {
    const { kind, fen, place } = move;
    const entry = index + 1;
    if (kind === 'MaterialUsed') {
      open.push({ place, entry, left: fen });
      return { ...move, entry, uncovered: fen };
    }
    if (kind !== 'UncoveredUseExplained' && kind !== 'MaterialUseTakenBack') return move;
    const use = open.find((each) => each.place === place && each.left > 0);
    if (!use) return { ...move, kind: 'MaterialReceived' };
    const less = Math.min(use.left, fen);
    use.left -= less;
    return { ...move, entry: use.entry, uncovered: -less };
  });
}

function eventOf({ place, kind, fen, occurredAt, entry, uncovered = 0 }: Moved) {
  const of = { sku: 'CAP-35', place };
  const value = (fen / 100).toFixed(2);
  if (entry !== undefined) {
    const use = { ...of, ticket: 'T-1', visit: 1, entry };
    if (kind === 'UncoveredUseExplained')
      return event(kind, { ...use, quantity: -uncovered, value }, occurredAt);
    if (kind === 'MaterialUsed') {
      // One more than is uncovered was in hand.
      const used = { quantity: uncovered + 1, value, uncovered };
      return event(kind, { ...use, ...used }, occurredAt);
    }
    const back = { quantity: -uncovered, value: '0.00', uncovered: -uncovered };
    const usedAt = moves![entry - 1]!.occurredAt;
    return event('MaterialUseTakenBack', { ...use, ...back, usedAt }, occurredAt);
  }
  const paper = { slip: 'R', unitCost: '1.00' };
  if (kind === 'PriceDifferenceBooked')
    return event(kind, { ...of, ...paper, difference: value, gone: 0, reason: 'x' }, occurredAt);
  const some = { ...of, quantity: fen, value };
  return kind === 'MaterialReceived'
    ? event(kind, { ...some, ...paper, supplier: 'x', deliveryNote: 'x' }, occurredAt)
    : event(kind, { ...some, reason: 'x' }, occurredAt);
}

let readSide: ReadSide;
let report: (from: LocalDate, until: LocalDate, position?: number) => Promise<StockReportRow[]>;

beforeAll(async () => {
  readSide = await ReadSide.start(stockBalanceModel);
  const { store, dataSource, asOf } = readSide;
  const versions: Record<string, number> = {};
  for (const [index, move] of moves!.entries()) {
    const { id, type, data, meta } = enveloped(eventOf(move));
    const stream = `stock-CAP-35:${move.place}`;
    const version = (versions[stream] ??= 0) + 1;
    versions[stream] = version;
    // When it was recorded is the store's word, so it is written as the store would have.
    await dataSource.query(
      'INSERT INTO event_store.events VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8)',
      [index + 1, stream, version, id, type, data, meta, move.recordedAt],
    );
  }
  store.advance(BigInt(moves!.length));
  report = async (from, until, position) => {
    const asked = { from, until, ...(position !== undefined && { position: BigInt(position) }) };
    const query = new StockReportQuery(asked, BigInt(moves!.length));
    return [...(await new StockReportHandler(asOf, dataSource).execute(query)).rows];
  };
}, 60_000);

afterAll(() => readSide.stop());

/** The same figures from a fold of the log, in fen. */
function folded(place: string, from: LocalDate, until: LocalDate, position: number) {
  const none = { opening: 0, received: 0, scrapped: 0, used: 0, priceDifference: 0 };
  const sums = { ...none, late: 0, closing: 0 };
  const columns = {
    MaterialReceived: 'received',
    MaterialScrapped: 'scrapped',
    MaterialUsed: 'used',
    UncoveredUseExplained: 'used',
    PriceDifferenceBooked: 'priceDifference',
  } as const;
  for (const move of moves!.slice(0, position).filter((each) => each.place === place)) {
    const day = localDate(move.occurredAt);
    if (day > until || move.kind === 'MaterialUseTakenBack') continue;
    const isLate = localDate(move.recordedAt) > until;
    const column = day < from ? 'opening' : isLate ? 'late' : columns[move.kind];
    const isOut = columns[move.kind] === 'scrapped' || columns[move.kind] === 'used';
    const fen = isOut ? -move.fen : move.fen;
    sums[column] += fen;
    sums.closing += fen;
  }
  const uncovered = uncoveredOf(place, until, position);
  return { ...sums, scrapped: 0 - sums.scrapped, used: 0 - sums.used, uncovered };
}

/** Of what was used by the end of the last day, what is uncovered by all that is told up to the position. */
function uncoveredOf(place: string, until: LocalDate, position: number): number {
  const told = moves!.slice(0, position).filter((each) => each.place === place);
  return told
    .filter(({ entry }) => entry && localDate(moves![entry - 1]!.occurredAt) <= until)
    .reduce((sum, { uncovered = 0 }) => sum + uncovered, 0);
}

function shownOf(row: StockReportRow | undefined) {
  const fen = (value = '0.00') => Math.round(Number(value) * 100);
  return {
    opening: fen(row?.opening.value),
    received: fen(row?.in.received.value),
    scrapped: fen(row?.out.scrapped.value),
    used: fen(row?.out.used.value),
    priceDifference: fen(row?.priceDifference.value),
    late: fen(row?.late.value),
    closing: fen(row?.closing.value),
    uncovered: Number(row?.uncovered ?? 0),
  };
}

const day = fc.integer({ min: -5, max: DAYS + 5 }).map((days) => plusDays('2024-11-01', days));

const anyDays = fc
  .tuple(day, day)
  .map(([one, other]): [LocalDate, LocalDate] => (one < other ? [one, other] : [other, one]));
/** A month, or a year, of which the sums are kept. */
const anyWhole = fc
  .tuple(fc.constantFrom(2024, 2025), fc.integer({ min: 0, max: 12 }))
  .map(([year, month]): [LocalDate, LocalDate] => {
    if (month === 0) return [`${year}-01-01`, `${year}-12-31`];
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    return [`${end.slice(0, 7)}-01`, end];
  });

test.each([
  ['any days of any months and years', anyDays],
  ['any month and any year', anyWhole],
] as const)(
  '[R15] for %s, as of any position: the figures of a fold of the log',
  async (_, period) => {
    let [late, uncovered] = [0, 0];
    const periods = fc.tuple(period, fc.integer({ min: 1, max: moves!.length }));
    const property = fc.asyncProperty(periods, async ([[from, until], position]) => {
      const rows = await report(from, until, position);
      for (const place of ['main', 'van-1', 'van-2']) {
        const row = rows.find((each) => each.place === place);
        expect([from, until, position, place, shownOf(row)]).toEqual([
          ...[from, until, position, place, folded(place, from, until, position)],
        ]);
        late += Number(shownOf(row).late !== 0);
        uncovered += Number(shownOf(row).uncovered !== 0);
      }
    });
    await fc.assert(property, { numRuns: 60 });
    expect(late).toBeGreaterThan(20);
    expect(uncovered).toBeGreaterThan(20);
  },
  60_000,
);

test('[R15] for any chain of periods the closing of one opens the next', async () => {
  const chains = fc.uniqueArray(day, { minLength: 3, maxLength: 6 });
  const property = fc.asyncProperty(chains, async (ends) => {
    const [first, ...others] = ends.toSorted();
    let [begins, before] = [plusDays(first!, 1), await report('2000-01-01', first!)];
    for (const until of others) {
      const rows = await report(begins, until);
      for (const place of ['main', 'van-1', 'van-2']) {
        const of = (all: readonly StockReportRow[]) =>
          shownOf(all.find((row) => row.place === place));
        expect(of(rows).opening).toBe(of(before).closing);
      }
      [begins, before] = [plusDays(until, 1), rows];
    }
  });
  await fc.assert(property, { numRuns: 15 });
}, 60_000);
