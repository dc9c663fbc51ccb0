import type { EventStore } from '@app/event-store';
import { log } from './log.js';
import type { Problem } from './problem.js';

/** Ids kept in memory at a time, some hundred megabytes; a longer log is walked once per so many. */
const IDS = 1_000_000;

/** The events whose id another event had before them. */
export async function repeatedIds(
  store: EventStore,
  head: bigint,
  count: number,
  kept = IDS,
): Promise<Problem[]> {
  const rounds = Math.max(1, Math.ceil(count / kept));
  const problems: Problem[] = [];
  for (let round = 0; round < rounds; round++) {
    const seen = new Set<string>();
    for await (const { id, position, stream, version } of log(store, head)) {
      if (shareOf(id, rounds) !== round) continue;
      if (seen.has(id))
        problems.push({ position, stream, version, code: 'repeated-id', detail: id });
      seen.add(id);
    }
  }
  return problems;
}

/** The last digits of an id are as good as random, so they part the ids evenly. */
function shareOf(id: string, rounds: number): number {
  return Number.parseInt(id.slice(-8), 16) % rounds;
}
