import { emmett } from './append/emmett.js';
import { ours } from './append/ours.js';
import { rawMultiRow, rawSingleRow } from './append/raw.js';
import { sealing } from './append/sealed.js';
import { runCases, type BenchCase, type BenchOptions } from './harness.js';

const FOR_EVER = Number.POSITIVE_INFINITY;

const CASES: readonly BenchCase[] = [
  {
    name: '1 writer',
    unit: 'events/s',
    workers: 1,
    subjects: [ours(1, FOR_EVER), rawSingleRow(1, FOR_EVER), emmett(1, 1, FOR_EVER)],
  },
  {
    name: '64 writers',
    unit: 'events/s',
    workers: 64,
    subjects: [
      ours(1, 10),
      rawSingleRow(64, 10),
      rawMultiRow('raw 64 rows', { streams: 64, rows: 1 }, 10),
      emmett(64, 1, 10),
    ],
  },
  {
    name: '256 writers',
    unit: 'events/s',
    workers: 256,
    subjects: [ours(1, 10), rawSingleRow(64, 10)],
  },
  {
    name: 'batches of 100',
    unit: 'events/s',
    workers: 1,
    subjects: [
      ours(100, 10),
      rawMultiRow('raw', { streams: 1, rows: 100 }, 10),
      emmett(1, 100, 10),
    ],
  },
  ...[1, 64].map((workers) => ({
    name: `personal, ${workers === 1 ? '1 writer' : `${workers} writers`}`,
    unit: 'events/s',
    workers,
    subjects: [sealing('ours', true, 10), sealing('nothing personal', false, 10)],
  })),
];

/**
 * Appending at an expected version, next to the same bytes put into the same table without any of
 * the logic (single-row transactions on as many connections as there are writers, 64 at most, and
 * inserts of many rows) and next to Emmett's store, which keeps the envelope in its own tables. Events with a personal text
 * stand next to the same ones of which nothing is declared to be personal.
 */
export default function append(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
