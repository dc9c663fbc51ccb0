import { StoreOverloaded } from '../errors.js';
import type { Appended } from '../port.js';
import type { PreparedAppend } from '../adapter/prepared-append.js';

/** An append that waits, with its caller. */
export interface Pending extends PreparedAppend {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

export interface QueueLimits {
  readonly maxQueuedEvents: number;
  readonly maxQueuedBytes: number;
}

/** How much one batch may hold, beyond its first append. */
const MAX_BATCH_EVENTS = 1_000;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;

/** What waits for the lane, bounded in events and bytes, so that load becomes refusals and not memory. */
export class AppendQueue {
  private waiting: Pending[] = [];
  private next = 0;
  events = 0;
  bytes = 0;

  constructor(private readonly limits: QueueLimits) {}

  /** Appends that wait. */
  get length(): number {
    return this.waiting.length - this.next;
  }

  /** @throws StoreOverloaded */
  push(append: Pending): void {
    const events = this.events + weight(append);
    const bytes = this.bytes + append.bytes;
    if (events > this.limits.maxQueuedEvents || bytes > this.limits.maxQueuedBytes) {
      throw new StoreOverloaded(`${this.length} appends are waiting`);
    }
    this.events = events;
    this.bytes = bytes;
    this.waiting.push(append);
  }

  /** The next batch: whatever waits, in its order, as far as it fits in one. */
  take(): Pending[] {
    const start = this.next;
    let events = 0;
    let bytes = 0;
    for (let append; (append = this.waiting[this.next]); this.next++) {
      const full =
        events + weight(append) > MAX_BATCH_EVENTS || bytes + append.bytes > MAX_BATCH_BYTES;
      if (full && this.next > start) break;
      events += weight(append);
      bytes += append.bytes;
    }
    this.events -= events;
    this.bytes -= bytes;
    const batch = this.waiting.slice(start, this.next);
    this.forgetTaken();
    return batch;
  }

  private forgetTaken(): void {
    if (this.next < 1_024 && this.next < this.waiting.length) return;
    this.waiting = this.waiting.slice(this.next);
    this.next = 0;
  }
}

/** An append without events takes its place too. */
function weight({ events }: PreparedAppend): number {
  return Math.max(events, 1);
}
