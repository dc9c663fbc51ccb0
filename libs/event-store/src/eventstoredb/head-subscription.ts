import { backOff } from '../adapter/back-off.js';
import type { HeadWatch } from '../adapter/head-watch.js';
import type { Connection } from './connection.js';
import { positionOf } from './recorded-event.js';

/**
 * Tells the watch what other processes have written, by one subscription to the end of the log. The
 * client never takes a lost one up again, so it is subscribed anew; nobody misses anything by that,
 * since what is delivered is read by position, and the watch asks once a second besides.
 */
export class HeadSubscription {
  private readonly ended = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly connection: Connection,
    private readonly watch: HeadWatch,
  ) {
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.ended;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const started = () => this.watch.hint();
        for await (const event of this.connection.follow(signal, started)) {
          attempt = 0;
          this.watch.advance(positionOf(event));
        }
      } catch {
        // Whatever it was, the subscription is opened again below; a lasting fault is reported by
        // the reads.
      }
      await backOff(attempt, signal);
    }
  }
}
