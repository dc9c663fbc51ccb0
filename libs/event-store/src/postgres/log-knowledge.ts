import { LRUCache } from 'lru-cache';

/** How long the lock path is kept to after another process was seen writing. */
const OTHERS_WRITE_MS = 100;

/**
 * What this process knows of the log: its head, and versions of streams as they were at that head.
 * It may be out of date. Whoever inserts at `head + 1` finds out, because then that position is taken.
 */
export class LogKnowledge {
  private known: bigint | undefined;
  private readonly versions: LRUCache<string, number>;
  private othersWriteUntil = 0;

  /** @param streams versions kept at most; some 200 bytes each */
  constructor(streams: number) {
    this.versions = new LRUCache({ max: streams });
  }

  get head(): bigint | undefined {
    return this.known;
  }

  /** Whether nobody else was seen writing of late. */
  get alone(): boolean {
    return performance.now() >= this.othersWriteUntil;
  }

  version(stream: string): number | undefined {
    return this.versions.get(stream);
  }

  /** The head as the database says it; another than known means that others write. */
  learnHead(head: bigint): void {
    if (head === this.known) return;
    if (this.known !== undefined) this.othersWrite();
    this.known = head;
  }

  learnVersion(stream: string, version: number): void {
    this.versions.set(stream, version);
  }

  /** After an append of this process: the head, and what it made of the streams. */
  advance(head: bigint, versions: Iterable<readonly [string, number]>): void {
    this.known = head;
    for (const [stream, version] of versions) this.versions.set(stream, version);
  }

  othersWrite(): void {
    this.forget();
    this.othersWriteUntil = performance.now() + OTHERS_WRITE_MS;
  }

  forget(): void {
    this.known = undefined;
    this.versions.clear();
  }
}
