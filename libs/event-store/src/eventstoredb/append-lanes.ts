import { StoreClosed, StoreOverloaded } from '../errors.js';
import type { Appended } from '../port.js';
import type { PreparedAppend, PreparedWrite } from '../adapter/prepared-append.js';
import type { StreamWriter } from './stream-writer.js';

export interface LaneLimits {
  readonly maxQueuedEvents: number;
  readonly maxQueuedBytes: number;
  readonly maxInFlight: number;
  readonly giveUpAfterMs: number;
}

/**
 * The way into the log for this process: one append at a time for each stream, a bounded number of
 * streams at a time, and a bounded number of events and bytes that wait or are under way.
 */
export class AppendLanes {
  appends = 0;
  events = 0;
  bytes = 0;
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly turns: (() => void)[] = [];
  private inFlight = 0;
  private closing = false;

  constructor(
    private readonly writer: StreamWriter,
    private readonly limits: LaneLimits,
  ) {}

  /** @throws StoreOverloaded @throws StoreClosed */
  async append(write: PreparedWrite, { events, bytes }: PreparedAppend): Promise<Appended> {
    this.refuseWhatDoesNotFit(Math.max(events, 1), bytes);
    this.count(1, Math.max(events, 1), bytes);
    const { stream } = write;
    const since = performance.now();
    const before = this.last.get(stream) ?? Promise.resolve();
    const answer = before.then(() => this.inTurn(() => this.send(write, since)));
    const settled = answer
      .catch(() => undefined)
      .then(() => {
        this.count(-1, -Math.max(events, 1), -bytes);
        if (this.last.get(stream) === settled) this.last.delete(stream);
      });
    this.last.set(stream, settled);
    return answer;
  }

  /** Takes no more, and resolves when all has been answered. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.last.values());
  }

  private refuseWhatDoesNotFit(events: number, bytes: number): void {
    if (this.closing) throw new StoreClosed('the store takes no more appends');
    const { maxQueuedEvents, maxQueuedBytes } = this.limits;
    if (this.events + events > maxQueuedEvents || this.bytes + bytes > maxQueuedBytes)
      throw new StoreOverloaded(`${this.appends} appends are waiting`);
  }

  private count(appends: number, events: number, bytes: number): void {
    this.appends += appends;
    this.events += events;
    this.bytes += bytes;
  }

  private send(write: PreparedWrite, since: number): Promise<Appended> {
    if (performance.now() - since > this.limits.giveUpAfterMs)
      throw new StoreOverloaded('its turn did not come in time');
    return this.writer.store(write, since);
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inFlight >= this.limits.maxInFlight)
      await new Promise<void>((resolve) => this.turns.push(resolve));
    else this.inFlight++;
    try {
      return await work();
    } finally {
      const next = this.turns.shift();
      if (next) next();
      else this.inFlight--;
    }
  }
}
