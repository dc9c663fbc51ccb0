import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import type { EventStore } from '@app/event-store';
import { publishDatabaseFull } from '@app/postgres';
import { leaseName, sentFor, type CommandSender, type Processes } from '@app/processes';
import type { Projections } from '@app/projections';
import type { FollowersData, FromFollowers, ToFollowers } from './messages.js';

const RESTART_MS = 1_000;

/** What runs there, as this thread knows it, and where commands go. */
export interface Followed {
  readonly store: EventStore;
  readonly projections: Projections;
  readonly processes: Processes;
  readonly sender: CommandSender;
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

  /** A thread that ends unasked is started again: what it had done is kept, and it goes on from there. */
  start(): void {
    const worker = new Worker(new URL('./followers-thread.js', import.meta.url), {
      workerData: this.data,
    });
    worker.on('message', (message: FromFollowers) => this.hear(message, worker));
    worker.on('error', ({ name: error, message: reason }) => {
      if (this.begun) this.logger.error({ message: 'thread failed', error, reason });
      // Its sessions were ended while it began, say; it begins again.
      else this.logger.warn({ message: 'thread could not begin', error, reason });
    });
    worker.once('exit', () => {
      this.worker = undefined;
      this.begun = false;
      this.standStill();
      if (!this.closing) setTimeout(() => this.start(), RESTART_MS).unref();
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

  private standStill(): void {
    const { projections, processes } = this.followed;
    const still = { state: 'stopped', position: 0n, failure: undefined } as const;
    for (const { projection } of projections.runners)
      projections.mirror({ name: projection.name, ...still });
    for (const { name } of processes.declared)
      processes.mirror({ name: leaseName({ name }), ...still });
  }

  private hear(message: FromFollowers, worker: Worker): void {
    this.begun = true;
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
