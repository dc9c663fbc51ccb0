import { runCases, type BenchOptions } from './harness.js';
import { ours } from './project/ours.js';
import { raw } from './project/raw.js';
import { oursOfStores, rawOfStores } from './project/stores.js';

/**
 * Building the ticket board anew from 200,000 events of 20,000 tickets, and all read models of the
 * stores from 200,000 movements of 1,000 materials, next to the same folds without leases, checkpoints,
 * pages or a bound on memory. Emmett is not here: its rebuild makes two statements for every event and
 * would take minutes, and others have none.
 */
export default function project(options: BenchOptions): Promise<void> {
  const built = { unit: 'events/s', workers: 1 };
  return runCases(
    [
      { name: 'rebuild the board', ...built, subjects: [ours(), raw()] },
      {
        name: 'rebuild the stores',
        ...built,
        warmUpSeconds: 1,
        subjects: [oursOfStores(), rawOfStores()],
      },
    ],
    options,
  );
}
