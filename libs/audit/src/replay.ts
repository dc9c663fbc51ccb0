import { NotFound } from '@app/kernel';
import { isOfClaims, upcast, type EventStore, type RecordedEvent } from '@app/event-store';
import type { LeftOut, Replay, ReplayedEvent } from './answers.dto.js';
import { leftOutBecause, refuseBeyondEnd, type PointInHistory } from './point-in-history.js';
import { changesBetween, type Change } from './changes.js';
import { asItHappened, chronicle, newestVersion, type Entry } from './chronicle.js';
import { viewOf } from './event-view.js';
import { kindOf, type StreamKind } from './stream-kind.js';

export type { Replay, ReplayedEvent };

/** One step of a replay, in its order. */
export interface Step {
  readonly entry: Entry;
  /** The event in its newest schema. */
  readonly event: RecordedEvent;
  /** The state after it; null when nobody has published how to fold this category. */
  readonly state: unknown;
  readonly changes: readonly Change[];
}

export interface ReplayOptions {
  /** Events listed at most; the state counts them all. Default 1,000. */
  readonly limit?: number;
}

/**
 * The past of a stream, folded once.
 *
 * @throws NotFound `stream-not-found`: it does not exist · `version-beyond-end`: not so many events yet
 */
export async function replay(
  store: EventStore,
  kinds: readonly StreamKind[],
  stream: string,
  { limit = 1_000, ...ask }: PointInHistory & ReplayOptions = {},
): Promise<Replay> {
  const newest = await existingVersion(store, stream);
  refuseBeyondEnd(ask, newest);
  const kind = kindOf(kinds, stream);
  const events: ReplayedEvent[] = [];
  let counted = 0;
  let state = kind ? initialState(kind) : null;
  const counting = { ...ask, version: ask.version ?? newest };
  for await (const step of steps(store, kind, stream, counting)) {
    state = step.state;
    if (counted++ < limit) events.push(replayed(step));
  }
  const category = kind?.category ?? null;
  const order = ask.at === undefined ? 'version' : 'occurredAt';
  const leftOut = await whatIsLeftOut(store, stream, { ...ask, version: newest }, limit);
  return { stream, category, newest, asked: ask, order, state, counted, events, ...leftOut };
}

/** The stream's newest version. @throws NotFound it does not exist */
export async function existingVersion(store: EventStore, stream: string): Promise<number> {
  const newest = await newestVersion(store, stream);
  if (newest > 0) return newest;
  throw new NotFound('stream-not-found', {
    zh: `没有流 ${stream}`,
    en: `there is no stream ${stream}`,
  });
}

/** An ask that says where the stream ends for it. */
type Bounded = PointInHistory & { readonly version: number };

/** Steps after which others get their turn: each may compare states of hundreds of lines. */
export const BREATHER = 50;

/**
 * The steps of a replay, one at a time, so that a stream of any length takes little memory, and
 * holds nobody else up for long.
 */
export async function* steps(
  store: EventStore,
  kind: StreamKind | undefined,
  stream: string,
  ask: Bounded,
): AsyncGenerator<Step> {
  const entries = () => chronicle(store, stream, ask.version);
  const counts = (event: RecordedEvent) => leftOutBecause(ask, event) === undefined;
  const ordered = ask.at === undefined ? only(entries(), counts) : asItHappened(entries, counts);
  let told = kind ? initialState(kind) : {};
  let count = 0;
  for await (const entry of ordered) {
    if (++count % BREATHER === 0) await new Promise((resolve) => setImmediate(resolve));
    const event = kind ? upcast(entry.event, kind.types) : entry.event;
    const before = told;
    told = kind ? evolve(kind, told, event) : { ...(told as object), ...(event.data as object) };
    yield { entry, event, state: kind ? told : null, changes: changesBetween(before, told) };
  }
}

/** A step as JSON. */
export function replayed({ entry, event, changes }: Step): ReplayedEvent {
  const { delaySeconds, outOfOrder, late } = entry;
  return { ...viewOf(event), changes, delaySeconds, outOfOrder, late };
}

function initialState({ decider }: StreamKind): unknown {
  return decider.initialState() ?? null;
}

/** What is claimed is not changed yet. */
function evolve({ decider }: StreamKind, state: unknown, event: RecordedEvent): unknown {
  if (isOfClaims(event)) return state;
  return decider.evolve((state ?? undefined) as never, event as never) ?? null;
}

async function* only(
  entries: AsyncIterable<Entry>,
  counts: (event: RecordedEvent) => boolean,
): AsyncGenerator<Entry> {
  for await (const entry of entries) if (counts(entry.event)) yield entry;
}

async function whatIsLeftOut(
  store: EventStore,
  stream: string,
  ask: Bounded,
  limit: number,
): Promise<Pick<Replay, 'leftOut' | 'leftOutCount'>> {
  const leftOut: LeftOut[] = [];
  let leftOutCount = 0;
  if (ask.at === undefined && ask.knownAt === undefined) return { leftOut, leftOutCount };
  for await (const { event } of chronicle(store, stream, ask.version)) {
    const because = leftOutBecause(ask, event);
    if (!because) continue;
    const { version, type, occurredAt, recordedAt } = event;
    if (leftOutCount++ < limit) leftOut.push({ version, type, occurredAt, recordedAt, because });
  }
  return { leftOut, leftOutCount };
}
