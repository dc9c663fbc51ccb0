import type { LogRecord, ProposedEvent } from './log-record.js';

/** The revision that a stream must have, that of its last event. */
export type Expected = bigint | 'no-stream' | 'stream-exists' | 'any';

/** A stream: its records by their revisions, and what deletion left visible of them. */
export interface Stream {
  readonly records: LogRecord[];
  /** Records before this revision are deleted softly: numbering goes on after them. */
  truncateBefore: number;
  /** Deleted for good. */
  tombstoned: boolean;
}

export type Verdict =
  | { readonly kind: 'fits' | 'wrong' | 'deleted' }
  | { readonly kind: 'repeat'; readonly last: LogRecord };

export const exists = ({ records, truncateBefore }: Stream) => records.length > truncateBefore;

/**
 * What EventStoreDB does with an append. A repeat is known by its ids at the place where they were
 * expected. The real server often knows one of `any` and `stream-exists` too, for as long as it
 * remembers; nobody may rely on that, so the double stores it again.
 */
export function judge(
  stream: Stream,
  expected: Expected,
  events: readonly ProposedEvent[],
): Verdict {
  if (stream.tombstoned) return { kind: 'deleted' };
  switch (expected) {
    case 'any':
      return { kind: 'fits' };
    case 'stream-exists':
      if (exists(stream)) return { kind: 'fits' };
      return { kind: stream.records.length > 0 ? 'deleted' : 'wrong' };
    case 'no-stream':
      return exists(stream) ? repeatAt(stream, 0, events) : { kind: 'fits' };
    default:
      if (BigInt(stream.records.length) === expected + 1n) return { kind: 'fits' };
      return repeatAt(stream, Number(expected) + 1, events);
  }
}

function repeatAt({ records }: Stream, from: number, events: readonly ProposedEvent[]): Verdict {
  const last = records[from + events.length - 1];
  const same = events.every(({ id }, i) => records[from + i]?.id === id);
  return events.length > 0 && same && last ? { kind: 'repeat', last } : { kind: 'wrong' };
}
