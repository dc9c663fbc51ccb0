/** The head is asked for this often, in milliseconds, in case a message between processes was lost. */
const POLL_MS = 1_000;

interface Waiter {
  readonly after: bigint;
  readonly wake: () => void;
}

/**
 * The newest position that the process knows of, and everybody who waits for a newer one. However
 * many wait, one question is asked of the database: when a hint comes, and once a second.
 */
export class HeadWatch {
  private known = 0n;
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<(head: bigint) => void>();
  private timer: NodeJS.Timeout | undefined;
  private asking = false;
  private askAgain = false;

  /** @param ask reads the head; a failure is taken for no news */
  constructor(private readonly ask: () => Promise<bigint>) {}

  get head(): bigint {
    return this.known;
  }

  /** The log is known to reach to here. */
  advance(head: bigint): void {
    if (head <= this.known) return;
    this.known = head;
    for (const waiter of this.waiters) if (waiter.after < head) waiter.wake();
    for (const listener of this.listeners) listener(head);
  }

  /** Calls `listener` whenever the log is known to reach further. */
  onAdvance(listener: (head: bigint) => void): void {
    this.listeners.add(listener);
  }

  /** Asks the database for the head, since the log may have grown by an unknown number of events. */
  hint(): void {
    this.askAgain = true;
    if (!this.asking) void this.askUntilQuiet();
  }

  /** Resolves once the log reaches beyond `after`, or the signal says not to wait for it. */
  beyond(after: bigint, signal: AbortSignal): Promise<void> {
    if (this.known > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter = { after, wake: () => this.release(waiter, wakeUp) };
      const wakeUp = () => {
        signal.removeEventListener('abort', waiter.wake);
        resolve();
      };
      signal.addEventListener('abort', waiter.wake, { once: true });
      this.waiters.add(waiter);
      this.timer ??= setInterval(() => this.hint(), POLL_MS);
    });
  }

  private release(waiter: Waiter, wakeUp: () => void): void {
    this.waiters.delete(waiter);
    if (this.waiters.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
    wakeUp();
  }

  private async askUntilQuiet(): Promise<void> {
    this.asking = true;
    while (this.askAgain) {
      this.askAgain = false;
      const before = this.known;
      const head = await this.ask().catch(() => before);
      if (head < before) this.takeBack(head);
      this.advance(head);
    }
    this.asking = false;
  }

  /**
   * The log ends before the head that is known: the message was wrong, or the database has lost its
   * newest events. The head is set back, and asked for again, since more may have been stored
   * meanwhile.
   */
  private takeBack(head: bigint): void {
    this.known = head;
    this.askAgain = true;
  }
}
