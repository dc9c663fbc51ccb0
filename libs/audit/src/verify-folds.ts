import {
  claimEventTypes,
  isOfClaims,
  upcast,
  type EventTypes,
  type EventStore,
  type RecordedEvent,
} from '@app/event-store';
import { kindOf, type StreamKind } from './stream-kind.js';
import type { Problem } from './problem.js';

/** Streams read in one round trip. */
const BATCH = 50;

/**
 * Reads every stream on its own and folds it: it must hold as many events as the log has of it,
 * all of published types, and none may stop the fold.
 * Streams of categories that nobody has published are only counted.
 *
 * @param streams each stream with the version that the log has of it
 */
export async function foldProblems(
  store: EventStore,
  kinds: readonly StreamKind[],
  streams: ReadonlyMap<string, number>,
  head: bigint,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const names = [...streams.keys()];
  for (let start = 0; start < names.length; start += BATCH) {
    const read = await store.readStreams(names.slice(start, start + BATCH));
    for (const name of names.slice(start, start + BATCH)) {
      const events = (read.get(name) ?? []).filter(({ position }) => position <= head);
      const kind = kindOf(kinds, name);
      problems.push(...lengthProblems(name, events, streams.get(name)!));
      if (kind) problems.push(...kindProblems(kind, events));
    }
  }
  return problems;
}

function lengthProblems(
  stream: string,
  events: readonly RecordedEvent[],
  expected: number,
): Problem[] {
  const last = events.at(-1);
  const version = last?.version ?? 0;
  if (version === expected && events.length === expected) return [];
  const detail = `the log has ${expected} events of it, the stream ${events.length}`;
  return [{ position: last?.position ?? 0n, stream, version, code: 'stream-differs', detail }];
}

function kindProblems(kind: StreamKind, events: readonly RecordedEvent[]): Problem[] {
  let state = kind.decider.initialState();
  for (const event of events) {
    const problem = schemaProblem(kind, event);
    if (problem) return [problem];
    if (isOfClaims(event)) continue;
    try {
      state = kind.decider.evolve(state as never, upcast(event, kind.types) as never);
    } catch (error) {
      return [at(event, 'does-not-fold', String(error))];
    }
  }
  return [];
}

function schemaProblem(
  { types, bare = [] }: StreamKind,
  event: RecordedEvent,
): Problem | undefined {
  const all: EventTypes = { ...types, ...claimEventTypes };
  const known = Object.hasOwn(all, event.type) ? all[event.type] : undefined;
  if (!known) return at(event, 'unknown-type', event.type);
  if (event.schemaVersion > known.schemaVersion) {
    const detail = `${event.type} ${event.schemaVersion}; this software knows ${known.schemaVersion}`;
    return at(event, 'newer-schema', detail);
  }
  if (bare.includes(event.type) || Object.keys(event.data as object).length > 0) return undefined;
  return at(event, 'no-data', `${event.type} says nothing`);
}

function at(
  { position, stream, version }: RecordedEvent,
  code: Problem['code'],
  detail: string,
): Problem {
  return { position, stream, version, code, detail };
}
