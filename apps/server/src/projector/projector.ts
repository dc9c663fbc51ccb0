import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import type { EventStore } from '@app/event-store';
import { publishDatabaseFull } from '@app/postgres';
import type { Projections } from '@app/projections';
import type { FromProjector, ProjectorData, ToProjector } from './projector-data.js';

const RESTART_MS = 1_000;

/** Keeps the projections' thread going, and this thread's picture of them true. */
export class Projector {
  private readonly logger = new Logger('Projector');
  private worker: Worker | undefined;
  private closing = false;
  /** The thread has told something, so it may be at work. */
  private begun = false;

  constructor(
    private readonly data: ProjectorData,
    private readonly projections: Projections,
    store: EventStore,
  ) {
    store.onAdvance((head) => this.tell(head));
    projections.onHurry((hurry) => this.tell({ hurry }));
  }

  /** A thread that ends unasked is started again: what it had done is kept, and it goes on from there. */
  start(): void {
    const worker = new Worker(new URL('./projector-thread.js', import.meta.url), {
      workerData: this.data,
    });
    worker.on('message', (message: FromProjector) => this.hear(message));
    worker.on('error', ({ name, message }) =>
      this.logger.error({ message: 'thread failed', error: name, reason: message }),
    );
    worker.once('exit', () => {
      this.worker = undefined;
      this.begun = false;
      for (const { projection } of this.projections.runners) {
        this.projections.mirror({
          name: projection.name,
          state: 'stopped',
          position: 0n,
          failure: undefined,
        });
      }
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

  private hear(message: FromProjector): void {
    this.begun = true;
    if ('databaseFull' in message) publishDatabaseFull(message.databaseFull);
    else this.projections.mirror(message);
  }

  private tell(message: ToProjector): void {
    this.worker?.postMessage(message);
  }
}
