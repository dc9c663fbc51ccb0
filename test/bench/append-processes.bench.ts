import { processes } from './append-processes/processes.js';
import { runCases, type BenchCase, type BenchOptions } from './harness.js';

const WRITERS = 64;

function growing(name: string, writersOfEach: (processes: number) => number): BenchCase {
  const subjects = [2, 4, 1].map((count) => processes(count, writersOfEach(count)));
  return { name, unit: 'events/s', workers: 1, subjects };
}

const CASES: readonly BenchCase[] = [
  growing('64 writers in each process', () => WRITERS),
  growing('64 writers in all', (count) => WRITERS / count),
];

/**
 * One, two and four server processes on one database, each with a store of its own: `events/s` of
 * all together. At the end of each repetition the positions must be contiguous and every stream in
 * order.
 */
export default function appendProcesses(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
