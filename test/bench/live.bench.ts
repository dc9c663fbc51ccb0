import { runCases, type BenchCase, type BenchOptions } from './harness.js';
import { emmettInline } from './live/emmett.js';
import { ours } from './live/ours.js';
import { raw } from './live/raw.js';

const PACED = { unit: 'events/s', workers: 1, pace: 50 };
const AT_LOAD = { unit: 'events/s', workers: 64 };

const CASES: readonly BenchCase[] = [
  {
    ...PACED,
    name: 'acknowledged to visible, 50 a second',
    subjects: [ours('acknowledgement'), raw('acknowledgement', 1)],
  },
  {
    ...PACED,
    name: 'append to visible, 50 a second',
    subjects: [ours('append'), raw('append', 1), emmettInline(1)],
  },
  {
    ...AT_LOAD,
    name: 'acknowledged to visible, 64 writers',
    subjects: [ours('acknowledgement'), raw('acknowledgement', 64)],
  },
  {
    ...AT_LOAD,
    name: 'append to visible, 64 writers',
    subjects: [ours('append'), raw('append', 64), emmettInline(64)],
  },
];

/**
 * How soon a new ticket can be read on the board, here by a writer who waits for it: `p50ms` and
 * `p99ms` count. The limit is one statement for the event and one for its row, by hand, with no
 * runner between them. Emmett writes the row in the transaction of the append; its consumer, which
 * polls, is slower by far.
 */
export default function live(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
