import { processes } from './append-processes/processes.js';
import { runCases, type BenchOptions } from './harness.js';

const WRITERS = 64;

/**
 * 64 writers in one, two and four server processes, each process with a store of its own, on one
 * database: `events/s` of all together. At the end of each repetition the positions must be
 * contiguous and every stream in order.
 */
export default function appendProcesses(options: BenchOptions): Promise<void> {
  const subjects = [2, 4, 1].map((count) => processes(count, WRITERS));
  return runCases([{ name: 'processes', unit: 'events/s', workers: 1, subjects }], options);
}
