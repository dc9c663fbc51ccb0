import { randomUUID } from 'node:crypto';
import { newId } from '@app/kernel';
import { history, type Ids } from './append-history/filling.js';
import { ours } from './append/ours.js';
import { rawSingleRow } from './append/raw.js';
import { runCases, type BenchCase, type BenchOptions } from './harness.js';

const COMMAND_IDS = { inOrder: newId, byLot: randomUUID } satisfies Record<Ids, () => string>;

function logs(ids: Ids) {
  return [5_000_000, 10_000].map((stored) => ({
    log: `${stored.toLocaleString('en')} stored`,
    filling: history(stored, ids),
    commandId: COMMAND_IDS[ids],
  }));
}

const IN_ORDER = logs('inOrder');
const BY_LOT = logs('byLot');

function behind(name: string, writers: number, histories: typeof IN_ORDER): BenchCase {
  const subjects = histories.flatMap(({ log, filling, commandId }) =>
    [ours(1, 10, commandId), rawSingleRow(writers, 10, commandId)].map((subject) => ({
      ...subject,
      name: `${subject.name}, ${log}`,
      filling,
    })),
  );
  return { name, unit: 'events/s', workers: writers, subjects };
}

const CASES: readonly BenchCase[] = [
  behind('1 writer behind a history', 1, IN_ORDER),
  behind('64 writers behind a history', 64, IN_ORDER),
  behind('1 writer whose keys are drawn by lot', 1, BY_LOT),
];

/**
 * What an append costs behind a long history, next to the same behind a short one: `ratioTo`
 * compares the rates. Raw single-row transactions show what of it is PostgreSQL's. Ids are in order
 * of time as long as clients send no key or a UUIDv7; those that follow from other keys are not.
 */
export default function appendHistory(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
