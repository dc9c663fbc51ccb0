import { runCases, type BenchCase, type BenchOptions } from './harness.js';
import { moved, stocked } from './stock/books.js';
import { asAnErp, plainSql, tables } from './stock/by-hand.js';
import { oneMaterial, ours } from './stock/ours.js';

const CALLERS = 64;
/** Movements behind the one that is old, and how many are fresh. */
const BEHIND = 100_000;
const FRESH = 2_000;

function of(skus: number): BenchCase {
  // A filling of its own for each, as its rows stay from one repetition to the next.
  const subjects = [
    ours(skus, stocked(skus)),
    plainSql(skus, CALLERS, tables(skus)),
    asAnErp(skus, CALLERS, tables(skus)),
  ];
  const name = `${CALLERS} callers, ${skus.toLocaleString('en')} SKUs`;
  return { name, unit: 'movements/s', workers: CALLERS, subjects };
}

function behind(name: string, cold: boolean): BenchCase {
  const log = { filling: moved(BEHIND, FRESH), fresh: FRESH };
  const subjects = [oneMaterial('old', cold, log), oneMaterial('fresh', cold, log)];
  return { name, unit: 'movements/s', workers: 1, subjects };
}

const CASES: readonly BenchCase[] = [
  of(10),
  of(5_000),
  behind('100,000 movements behind, warm', false),
  behind('100,000 movements behind, cold', true),
];

/**
 * Pieces sold at the executor, without HTTP and with the whole history, next to `raw`: an `UPDATE …
 * WHERE quantity >= 1` with a ledger row in one statement, and next to `erp`: lock, read the last row
 * of the ledger, write the next. And what a command costs that has 100,000 movements behind it, next to
 * fresh ones (at most 50 commands old), with what the executor keeps and without.
 */
export default function stock(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
