import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import type { EventStore } from '@app/event-store';
import { publishDatabaseFull } from '@app/postgres';
import { leaseName, sentFor, type CommandSender, type Processes } from '@app/processes';
import type { Projections } from '@app/projections';
import type { FollowersData, FromFollowers, ToFollowers } from './messages.js';
import type { ThreadHealth } from './thread-health.js';

/** So often in a row it may end as it begins before that is an error: sessions that were ended meanwhile, say. */
const MAY_FAIL = 3;

/** What runs there, as this thread knows it, and where commands go. */
export interface Followed {
  readonly store: EventStore;
  readonly projections: Projections;
  readonly processes: Processes;
  readonly sender: CommandSender;
  /** Where it stands how the thread itself does. */
  readonly health: ThreadHealth;
}

/** Keeps the followers' thread going, and this thread's picture of them true. */
export class Followers {
  private readonly logger = new Logger('Followers');
  private worker: Worker | undefined;
  private closing = false;
  /** The thread has told something, so it may be at work. */
  private begun = false;

  constructor(
    private readonly data: FollowersData,
    private readonly followed: Followed,
  ) {
    followed.store.onAdvance((head) => this.tell(head));
    followed.projections.onHurry((hurry) => this.tell({ hurry }));
  }

  /**
   * A thread that ends unasked is started again, later each time in a row: what it had done is kept, and
   * it goes on from there.
   */
  start(): void {
    const { health } = this.followed;
    health.begins();
    const worker = new Worker(new URL('./followers-thread.js', import.meta.url), {
      workerData: this.data,
    });
    worker.on('message', (message: FromFollowers) => this.hear(message, worker));
    worker.on('error', (error) => this.failed(error));
    worker.once('exit', () => {
      this.worker = undefined;
      this.begun = false;
      this.standStill();
      if (!this.closing) setTimeout(() => this.start(), health.ended()).unref();
    });
    this.worker = worker;
  }

  /** Lets the pages at hand end, then the thread; one that has not begun yet is not waited for. */
  async close(): Promise<void> {
    this.closing = true;
    const worker = this.worker;
    if (!worker) return;
    if (!this.begun) {
      await worker.terminate();
      return;
    }
    const ended = once(worker, 'exit');
    this.tell('close');
    await ended;
  }

  private failed({ name: error, message: reason }: Error): void {
    const { health } = this.followed;
    const { failures } = health.status;
    health.failed(`${error}: ${reason}`);
    if (this.begun) this.logger.error({ message: 'thread failed', error, reason });
    else {
      const line = { message: 'thread could not begin', error, reason, failures: failures + 1 };
      this.logger[failures < MAY_FAIL ? 'warn' : 'error'](line);
    }
  }

  private hasBegun(): void {
    if (this.begun) return;
    this.begun = true;
    const failures = this.followed.health.follows();
    if (failures > 0) this.logger.log({ message: 'thread has begun again', failures });
  }

  private standStill(): void {
    const { projections, processes } = this.followed;
    const still = { state: 'stopped', position: 0n, failure: undefined } as const;
    for (const { projection } of projections.runners)
      projections.mirror({ name: projection.name, ...still });
    for (const { name } of processes.declared)
      processes.mirror({ name: leaseName({ name }), ...still });
  }

  private hear(message: FromFollowers, worker: Worker): void {
    this.hasBegun();
    if ('databaseFull' in message) publishDatabaseFull(message.databaseFull);
    else if ('projection' in message) this.followed.projections.mirror(message.projection);
    else if ('process' in message) this.followed.processes.mirror(message.process);
    else void this.send(message, worker);
  }

  /** A thread that has ended meanwhile is told nothing: the next sends the command again. */
  private async send(
    { command, category, request }: Extract<FromFollowers, { category: string }>,
    worker: Worker,
  ): Promise<void> {
    const outcome = await sentFor(this.followed.sender, category, request);
    worker.postMessage({ command, outcome } satisfies ToFollowers);
  }

  private tell(message: ToFollowers): void {
    this.worker?.postMessage(message);
  }
}
