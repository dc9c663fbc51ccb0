import type { Instant } from '@app/kernel';
import { LogDamaged, type EventStore, type RecordedEvent } from '@app/event-store';
import { log } from './log.js';
import type { Problem } from './problem.js';
import { foldProblems } from './verify-folds.js';
import { flawsOf, placeAfter, type StreamPlace } from './verify-event.js';
import { repeatedIds } from './verify-ids.js';
import { kindOf, type StreamKind } from './stream-kind.js';

export interface Verification {
  readonly sound: boolean;
  readonly events: number;
  readonly streams: number;
  /** The newest position that was looked at; what is appended meanwhile is left to the next time. */
  readonly head: bigint;
  /** Categories that nobody has published: their events are counted but not folded. */
  readonly unknownCategories: readonly string[];
  /** The first problems by position, at most a hundred. */
  readonly problems: readonly Problem[];
}

const PROBLEMS = 100;

/**
 * Walks the whole log and looks whether anything was removed, reordered, doubled or made
 * unreadable: positions without a gap where the store promises that, versions of every stream
 * 1, 2, 3 …, event ids unique and following from their commands, metadata whole, data there,
 * recording times never going back (in a stream, where the store takes one at a time), and every
 * stream decoding and folding.
 *
 * It cannot tell that values were altered into other readable ones, nor, by the log alone, that
 * its newest events were cut off: proofs for outsiders are still to come.
 *
 * Memory: one place per stream, and at most a million ids at a time.
 */
export async function verify(
  store: EventStore,
  kinds: readonly StreamKind[],
): Promise<Verification> {
  const head = await store.head();
  const walk = new Walk(store.capabilities.contiguousPositions);
  await walk.through(store, head);
  const problems = walk.problems;
  const { events } = walk;
  const streams = walk.versions();
  if (problems.length === 0) {
    problems.push(...(await repeatedIds(store, head, events)));
    problems.push(...(await foldProblems(store, kinds, streams, head)));
  }
  problems.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));
  return {
    sound: problems.length === 0,
    events,
    streams: streams.size,
    head,
    unknownCategories: problems.length === 0 ? unknownCategories(kinds, streams.keys()) : [],
    problems: problems.slice(0, PROBLEMS),
  };
}

function unknownCategories(kinds: readonly StreamKind[], streams: Iterable<string>): string[] {
  const unknown = [...streams].filter((stream) => !kindOf(kinds, stream));
  return [...new Set(unknown.map((stream) => stream.split('-', 1)[0]!))].sort();
}

/** What can be seen by walking once: the order of the log and of its streams. */
class Walk {
  readonly problems: Problem[] = [];
  events = 0;
  private readonly places = new Map<string, StreamPlace>();
  private position = 0n;
  private recordedAt: Instant = '';

  constructor(private readonly contiguous: boolean) {}

  /** Each stream with the version that the log has of it. */
  versions(): Map<string, number> {
    return new Map([...this.places].map(([stream, { version }]) => [stream, version]));
  }

  async through(store: EventStore, head: bigint): Promise<void> {
    try {
      for await (const event of log(store, head)) this.take(event);
    } catch (error) {
      if (!(error instanceof LogDamaged)) throw error;
      const place = { position: this.position + 1n, stream: '', version: 0 };
      this.problems.push({ ...place, code: 'log-damaged', detail: error.message });
      return;
    }
    if (this.contiguous && this.position < head) {
      this.found(
        { position: this.position + 1n, stream: '', version: 0 },
        'position-gap',
        `the log ends before ${head}`,
      );
    }
  }

  private take(event: RecordedEvent): void {
    const { stream, version, position } = event;
    const place = this.places.get(stream);
    const before = place?.version ?? 0;
    const after = placeAfter(place, event);
    if (this.contiguous ? position !== this.position + 1n : position <= this.position) {
      this.found(event, 'position-gap', `${position} follows ${this.position}`);
    }
    if (version !== before + 1)
      this.found(event, 'version-gap', `version ${version} follows ${before}`);
    this.lookAtTime(event, (this.contiguous ? this.recordedAt : place?.recordedAt) ?? '');
    for (const { code, detail } of flawsOf(event, after)) this.found(event, code, detail);
    this.events++;
    this.places.set(stream, after);
    this.position = position;
    this.recordedAt = event.recordedAt;
  }

  private lookAtTime(event: RecordedEvent, before: Instant): void {
    const { recordedAt } = event;
    if (recordedAt >= before) return;
    this.found(event, 'recorded-backwards', `recorded at ${recordedAt}, after one of ${before}`);
  }

  private found(
    { position, stream, version }: Pick<RecordedEvent, 'position' | 'stream' | 'version'>,
    code: Problem['code'],
    detail: string,
  ): void {
    if (this.problems.length < PROBLEMS)
      this.problems.push({ position, stream, version, code, detail });
  }
}
