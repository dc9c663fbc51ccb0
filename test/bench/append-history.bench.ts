import { history } from './append-history/filling.js';
import { ours } from './append/ours.js';
import { rawSingleRow } from './append/raw.js';
import { runCases, type BenchCase, type BenchOptions, type Subject } from './harness.js';

const SHORT = { log: '10,000 stored', filling: history(10_000) };
const LONG = { log: '5,000,000 stored', filling: history(5_000_000) };

function behind({ log, filling }: typeof SHORT, subject: Subject): Subject {
  return { ...subject, name: `${subject.name}, ${log}`, filling };
}

function both(writers: number): BenchCase {
  const subjects = [LONG, SHORT].flatMap((log) => [
    behind(log, ours(1, 10)),
    behind(log, rawSingleRow(writers, 10)),
  ]);
  const name = `${writers === 1 ? '1 writer' : `${writers} writers`} behind a history`;
  return { name, unit: 'events/s', workers: writers, subjects };
}

/**
 * What an append costs behind a long history, next to the same behind a short one: `ratioTo`
 * compares the rates. Raw single-row transactions show what of it is PostgreSQL's.
 */
export default function appendHistory(options: BenchOptions): Promise<void> {
  return runCases([both(1), both(64)], options);
}
