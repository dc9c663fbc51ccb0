import type { DataSource } from 'typeorm';
import type { EventStore } from '@app/event-store';
import {
  LEASE_SECONDS,
  Runner,
  type Led,
  type RunnerOptions,
  type RunnerSnapshot,
} from '@app/projections';
import { AwaitedYears } from './awaited-years.js';
import { Deadlines } from './deadlines.js';
import { Releases } from './parked.js';
import { leaseName, type Process } from './process.js';
import type { Reacting } from './reacting.js';
import { Reactor } from './reactor.js';
import { processStatus, type ProcessStatus } from './status.js';
import { Timer } from './timer.js';
import { Waker } from './waker.js';

export interface ProcessesOptions extends RunnerOptions {
  /** For a connection on which news is heard. */
  readonly databaseUrl: string;
}

/** How a process stands, or what the deadlines fail by, as one thread tells another. */
export type ProcessesSnapshot = RunnerSnapshot | { readonly timerFailure: string | undefined };

/** Events of a page: few, as each may send commands before the checkpoint follows. */
const PAGE = 100;

/** All processes of an installation, as one worker runs them; several workers share the work. */
export class Processes {
  private readonly runners: readonly Runner<Led>[];
  private readonly timer: Timer;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    readonly declared: readonly Process[],
    reacting: Reacting,
    options: ProcessesOptions,
  ) {
    const seconds = options.leaseSeconds ?? LEASE_SECONDS;
    this.runners = declared.map((process) => {
      const { handles, startsAt } = process;
      const led: Led = { name: leaseName(process), version: 1, handles, startsAt };
      const reactor = new Reactor(process, dataSource, reacting, seconds);
      return new Runner(led, dataSource, store, { pageSize: PAGE, ...options }, reactor);
    });
    this.timer = new Timer(
      new Deadlines(dataSource, reacting),
      new AwaitedYears(dataSource, reacting.published),
      declared.map((process) => new Releases(process, dataSource, store, reacting)),
      new Waker(options.databaseUrl),
    );
  }

  /**
   * Settles where those begin that begin with their installation: after all that the log holds now,
   * unless they are installed. To be called before anything further is stored, since a worker may
   * come later.
   */
  async install(): Promise<void> {
    const begins = this.declared.filter(({ startsAt }) => startsAt === 'installation');
    const known = await this.dataSource.query<{ name: string }[]>(
      'SELECT name FROM read_model.projection WHERE name = ANY ($1)',
      [begins.map(leaseName)],
    );
    const missing = begins.map(leaseName).filter((name) => !known.some((one) => one.name === name));
    if (missing.length === 0) return;
    await this.dataSource.query(
      `INSERT INTO read_model.projection (name, version, position)
       SELECT name, 1, $2 FROM unnest($1::text[]) AS name ON CONFLICT (name) DO NOTHING`,
      [missing, (await this.store.head()).toString()],
    );
  }

  /** Where none is declared, nothing is looked for. */
  start(): void {
    if (this.declared.length === 0) return;
    for (const runner of this.runners) runner.start();
    this.timer.start();
  }

  /** Lets each page and each batch of deadlines at hand end, then gives the leases back. */
  async stop(): Promise<void> {
    await Promise.all([this.timer.stop(), ...this.runners.map((runner) => runner.stop())]);
  }

  /** Calls `listener` with how one stands whenever that has changed. */
  onMove(listener: (snapshot: ProcessesSnapshot) => void): void {
    for (const runner of this.runners) runner.onMove(() => listener(runner.snapshot()));
    this.timer.onFailure(() => listener({ timerFailure: this.timer.failure }));
  }

  /** Stands as its twin in another thread does, which runs in its place. */
  mirror(snapshot: ProcessesSnapshot): void {
    if ('timerFailure' in snapshot) this.timer.failure = snapshot.timerFailure;
    else this.runners.find(({ projection }) => projection.name === snapshot.name)?.mirror(snapshot);
  }

  /** How each stands, for health, metrics and the operator. */
  async status(): Promise<(ProcessStatus & { readonly failure: string | undefined })[]> {
    const failures = new Map(
      this.runners.map(({ projection, failure }) => [projection.name, failure?.message]),
    );
    const all = await processStatus(this.dataSource, this.store, this.declared);
    return all.map((status) => ({
      ...status,
      failure: failures.get(leaseName(status)) ?? this.timer.failure,
    }));
  }
}
