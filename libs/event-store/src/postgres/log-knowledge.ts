import { LRUCache } from 'lru-cache';
import type { ServiceClock } from '@app/clock';
import type { Instant } from '@app/kernel';

/** How long the lock path is kept to after another process was seen writing. */
export const OTHERS_WRITE_MS = 100;

/** The version that a stream was seen at. */
interface Seen {
  readonly version: number;
  /** How often others had been seen writing by then. */
  readonly others: number;
}

/**
 * What this process knows of the log: its head, and versions of streams as they were at that head.
 * It may be out of date; an insert at `head + 1` then fails, because the position is taken. A
 * version that was seen before others wrote is still a lower bound, since versions only grow.
 */
export class LogKnowledge {
  private known: bigint | undefined;
  private recorded: number | undefined;
  private readonly seen: LRUCache<string, Seen>;
  private others = 0;
  private othersWriteUntil = 0;

  /**
   * @param streams versions kept at most; some 200 bytes each
   * @param clock of this process, which is told what the database says when the log is looked at
   */
  constructor(
    streams: number,
    private readonly clock: ServiceClock,
  ) {
    this.seen = new LRUCache({ max: streams });
  }

  get head(): bigint | undefined {
    return this.known;
  }

  /** Whether nobody else was seen writing of late. */
  get isOnlyWriter(): boolean {
    return performance.now() >= this.othersWriteUntil;
  }

  /** Whether an insert at the head can be made from memory. */
  get complete(): boolean {
    return this.known !== undefined && this.recorded !== undefined && this.clock.reliable;
  }

  /** When the next events are recorded, in Unix milliseconds; never before those that they follow. */
  get now(): number {
    return Math.max(this.clock.now, this.recorded ?? 0);
  }

  /** The stream's version at the head that is known. */
  version(stream: string): number | undefined {
    const seen = this.seen.get(stream);
    return seen?.others === this.others ? seen.version : undefined;
  }

  /** A version that the stream has, or has had. */
  reached(stream: string): number | undefined {
    return this.seen.get(stream)?.version;
  }

  /**
   * Takes over the head that the database reports. One that differs from what was known means that
   * another process writes.
   */
  learnHead(head: bigint): void {
    if (head === this.known) return;
    if (this.known !== undefined) this.othersWrite();
    this.known = head;
  }

  /** What the database's clock says, when it was asked by `performance.now`, and when it recorded the event at the head. */
  learnTime(now: Instant, asked: number, recorded: Instant | null): void {
    this.clock.read(Date.parse(now), asked);
    this.recorded = recorded === null ? 0 : Date.parse(recorded);
  }

  learnVersion(stream: string, version: number): void {
    this.seen.set(stream, { version, others: this.others });
  }

  /**
   * After an append of this process: the head, what it made of the streams, and when it was recorded
   * where this process said so.
   */
  advance(head: bigint, versions: Iterable<readonly [string, number]>, recorded?: number): void {
    this.known = head;
    this.recorded = recorded;
    for (const [stream, version] of versions) this.learnVersion(stream, version);
  }

  othersWrite(): void {
    this.known = undefined;
    this.recorded = undefined;
    this.others++;
    this.othersWriteUntil = performance.now() + OTHERS_WRITE_MS;
  }

  forget(): void {
    this.known = undefined;
    this.recorded = undefined;
    this.seen.clear();
  }
}
