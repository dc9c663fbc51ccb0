/**
 * What every event store must keep, collected from the faults that others had; the contract has a
 * case or more under each name. Revision 0 is version 1 here, a checkpoint is a cursor, and what a
 * capability excuses stands in the output.
 */
export const NAMES = {
  1: 'no_stream creates, revision 0',
  2: 'no_stream on existing conflicts',
  3: 'exact ok, stale conflict with actual version',
  4: 'stream_exists on missing conflicts',
  5: 'any on missing and existing',
  6: 'N parallel exact: exactly one wins',
  7: 'N parallel any: all stored, none lost',
  8: 'N parallel no_stream: one wins',
  9: 'multi-event append atomic and contiguous revisions',
  10: 'empty append is a no-op',
  11: 'retry same ids and exact: original result',
  12: 'retry after later appends still duplicate',
  13: 'partial id overlap conflicts, nothing written',
  14: 'retry with any',
  15: 'same id, other stream',
  16: 'multi-stream all-or-nothing',
  17: 'check on unwritten stream',
  18: 'batch: one conflict does not fail neighbours',
  19: 'read forward, backward, limit, from beyond end',
  20: 'missing stream',
  21: '$all order respects each stream’s order',
  22: 'real-time order of acked appends',
  23: 'positions strictly increase; contiguous',
  24: 'payload fidelity: unicode, \\u0000, 2^53+1, key order, 1 MiB, metadata',
  25: 'over-limit size: typed error, nothing written',
  26: 'subscribe from start, after, end; position exclusive',
  27: 'catch-up to live under concurrent writers: no gap, no duplicate, order',
  28: 'filter by type never skips; checkpoint advances over non-matches',
  29: 'subscription resumes after checkpoint exactly',
  30: 'slow consumer: bounded memory, no loss',
  31: 'handler throw: no checkpoint advance',
  32: 'checkpoint timer during catch-up does not skip',
  33: 'caught-up signal once, only at head',
  34: 'unsubscribe mid-page: no later delivery',
  35: 'soft delete and tombstone semantics',
  36: 'two subscribers see identical order',
  37: 'cursor from another log or the future: resync error',
  38: 'cancelled append: outcome knowable by retry',
  39: 'upcast keeps order and resumability',
  40: 'system events never leak',
} as const;

/** The number of a name. */
export type CaseNumber = keyof typeof NAMES;
