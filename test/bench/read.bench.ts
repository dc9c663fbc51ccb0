import { runCases, type BenchCase, type BenchOptions } from './harness.js';
import { loadEmmett, readAllEmmett } from './read/emmett.js';
import { loadOurs, readAllOurs } from './read/ours.js';
import { loadRaw, readAllRaw } from './read/raw.js';
import type { Length } from './read/streams.js';

function load(length: Length): BenchCase {
  return {
    name: `load a stream of ${length}`,
    unit: 'events/s',
    workers: 1,
    subjects: [loadOurs(length), loadRaw(length), loadEmmett(length)],
  };
}

const CASES: readonly BenchCase[] = [
  load(10),
  load(100),
  load(1_000),
  {
    name: 'read all in order',
    unit: 'events/s',
    workers: 1,
    subjects: [readAllOurs(), readAllRaw(), readAllEmmett()],
  },
];

/**
 * Reading 200,000 events, one reader: a stream at a time, next to a prepared SELECT of the same rows
 * of the same table whose JSON is parsed; and all in order, next to COPY and parsing. Emmett reads
 * the same events from its own tables.
 */
export default function read(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
