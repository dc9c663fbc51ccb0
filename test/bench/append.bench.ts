import { emmett } from './append/emmett.js';
import { ours } from './append/ours.js';
import { rawMultiRow, rawSingleRow } from './append/raw.js';
import { life, sealing, words, type Story } from './append/sealed.js';
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
  ...[1, 64].flatMap((workers) => [
    personal('a ticket', life, workers),
    personal('a text in each', words, workers),
  ]),
];

function personal(what: string, story: Story, workers: number): BenchCase {
  const name = `personal, ${what}, ${workers === 1 ? '1 writer' : `${workers} writers`}`;
  const subjects = [sealing('ours', true, story), sealing('nothing personal', false, story)];
  return { name, unit: 'events/s', workers, subjects };
}

/**
 * Appending at an expected version, next to the same bytes put into the same table without any of
 * the logic (single-row transactions on as many connections as there are writers, 64 at most, and
 * inserts of many rows) and next to Emmett's store, which keeps the envelope in its own tables. What sealing costs
 * stands next to the same appends of which nothing is declared to be personal: over what one ticket holds
 * from the call to the closing, and where each event has a text that is sealed.
 */
export default function append(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
