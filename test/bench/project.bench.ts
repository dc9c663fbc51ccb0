import { runCases, type BenchOptions } from './harness.js';
import { ours } from './project/ours.js';
import { raw } from './project/raw.js';

/**
 * Building the ticket board anew from 200,000 events of 20,000 tickets, next to the same fold
 * without leases, checkpoints, pages or a bound on memory. Emmett is not here: its rebuild makes two
 * statements for every event and would take minutes, and others have none.
 */
export default function project(options: BenchOptions): Promise<void> {
  return runCases(
    [{ name: 'rebuild the board', unit: 'events/s', workers: 1, subjects: [ours(), raw()] }],
    options,
  );
}
