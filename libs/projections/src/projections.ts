import type { DataSource } from 'typeorm';
import { LogDamaged, type EventStore, type RecordedEvent } from '@app/event-store';
import { NotYetVisible, OtherLog } from './errors.js';
import type { Projection } from './projection.js';
import type { RunnerFailure, RunnerOptions, RunnerSnapshot, RunnerState } from './runner-state.js';
import { turnoverOf, type Turnover } from './pool.js';
import { Runner } from './runner.js';
import { VerifiedPositions } from './verified-positions.js';

/** How a projection stands, for health and metrics. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** What this process does for it. */
  readonly state: RunnerState;
  readonly position: bigint;
  /** Of which log its rows are; undefined before anybody led it. */
  readonly logId: string | undefined;
  /** Events of the log that it has not looked at yet; where positions have gaps, at most a thousand are counted. */
  readonly lagEvents: number;
  /** Age of the oldest event that it has not looked at yet; 0 when there is none. */
  readonly lagSeconds: number;
  /** Who leads it at present, in whatever process; null when nobody does. */
  readonly lease: {
    readonly owner: string;
    readonly epoch: string;
    readonly expiresAt: Date;
  } | null;
  readonly failure: RunnerFailure | undefined;
}

export interface ProjectionsOptions extends RunnerOptions {
  /** Whether this thread takes part in the work; default true. Waiting for a position works either way. */
  readonly run?: boolean;
}

interface CheckpointRow {
  readonly name: string;
  readonly log_id: string | null;
  readonly position: string;
  readonly owner: string | null;
  readonly epoch: string;
  readonly expires_at: Date | null;
  readonly live: boolean;
}

/** Where checkpoints are looked up while another process leads, in milliseconds between two looks. */
const POLL = 10;

/** How long a wait trusts that this process still leads before it looks again, in milliseconds. */
const TRUST = 250;

/** Events that are counted of a lag, where the difference of two positions does not say how many there are. */
export const COUNTED = 1_000;

/** All projections of this process: their runners, their state, and waiting for them. */
export class Projections {
  readonly runners: readonly Runner[];
  private readonly byName: ReadonlyMap<string, Runner>;
  private readonly hurried = new Set<(name: string) => void>();
  private readonly turnover: Readonly<Turnover>;
  private readonly told: VerifiedPositions;
  private reading: Promise<ReadonlyMap<string, CheckpointRow>> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    projections: readonly Projection[],
    private readonly options: ProjectionsOptions,
  ) {
    this.runners = projections.map((one) => Runner.folding(one, dataSource, store, options));
    this.byName = new Map(this.runners.map((runner) => [runner.projection.name, runner]));
    this.turnover = turnoverOf(dataSource);
    this.told = new VerifiedPositions(dataSource, (name) => this.stored(name));
  }

  /** Nest calls it when the application has come up. @throws OtherLog */
  async onApplicationBootstrap(): Promise<void> {
    await this.refuseOtherLog();
    this.start();
  }

  /** Nest calls it before it closes what the runners stand on. */
  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** Sets the runners going, unless this process is not to take part in the work. */
  start(): void {
    if (this.options.run === false) return;
    for (const runner of this.runners) runner.start();
  }

  /** Lets each page at hand end, then gives the leases back. */
  async stop(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.stop()));
  }

  /** Takes over how a runner in another thread stands, which runs in place of this one's. */
  mirror(snapshot: RunnerSnapshot): void {
    this.runner(snapshot.name).mirror(snapshot);
  }

  /** Ends a projection's rest in a rush: somebody waits for what has gathered. */
  hurry(name: string): void {
    this.runner(name).hurry();
    for (const listener of this.hurried) listener(name);
  }

  /** Calls `listener` with the projection that is to hurry, for whoever runs it elsewhere. */
  onHurry(listener: (name: string) => void): void {
    this.hurried.add(listener);
  }

  /** Rows of another log are no answer to anybody, least of all beside a log to which commands are written. */
  private async refuseOtherLog(): Promise<void> {
    const { logId } = this.store;
    for (const { name, log_id: found } of (await this.checkpoints()).values())
      if (found && found !== logId && this.byName.has(name)) throw new OtherLog(name, found, logId);
  }

  /** A position that the projection's table has reached, or passed; 0 before its first event. */
  async position(name: string): Promise<bigint> {
    const runner = this.runner(name);
    return runner.state === 'leading' ? this.told.position(name, runner) : this.stored(name);
  }

  private async stored(name: string): Promise<bigint> {
    return BigInt((await this.checkpoints()).get(name)?.position ?? 0);
  }

  /**
   * Reads rows once the projection's table has reached a position. Should a connection be opened
   * meanwhile, behind which the database may have crashed and lost that position again, the rows are
   * read once more.
   *
   * @param read the rows alone: what it throws is not tried again
   * @returns what was read, and a position that it shows or passes
   * @throws NotYetVisible see `waitFor`
   */
  async read<Rows>(
    name: string,
    wanted: bigint,
    read: () => Promise<Rows>,
  ): Promise<{ readonly position: bigint; readonly rows: Rows }> {
    for (;;) {
      const position = await this.waitFor(name, wanted);
      const { opened } = this.turnover;
      const rows = await read();
      if (opened === this.turnover.opened) return { position, rows };
    }
  }

  /**
   * Waits until the projection's table has reached a position, and answers with where it is.
   *
   * @param timeout milliseconds; default 4,000, twice the longest rest of a runner
   * @throws NotYetVisible it was not reached in time
   */
  async waitFor(name: string, wanted: bigint, timeout = 4_000): Promise<bigint> {
    const runner = this.runner(name);
    const end = Date.now() + timeout;
    for (;;) {
      const reached = await this.position(name);
      if (reached >= wanted) return reached;
      this.hurry(name);
      const left = end - Date.now();
      if (left <= 0) throw new NotYetVisible(name, wanted, reached);
      const trusted = runner.state === 'leading' && this.told.believes(name);
      await this.change(runner, wanted, Math.min(left, trusted ? TRUST : POLL));
    }
  }

  async status(): Promise<ProjectionStatus[]> {
    const [head, checkpoints] = await Promise.all([this.store.head(), this.checkpoints()]);
    return Promise.all(this.runners.map((runner) => this.statusOf(runner, head, checkpoints)));
  }

  private async statusOf(
    { projection: { name, version }, state, failure }: Runner,
    head: bigint,
    checkpoints: ReadonlyMap<string, CheckpointRow>,
  ): Promise<ProjectionStatus> {
    const row = checkpoints.get(name);
    const position = await this.position(name);
    const lag = await this.lagAfter(position, head);
    const logId = row?.log_id ?? undefined;
    return { name, version, state, position, logId, ...lag, lease: leaseOf(row), failure };
  }

  private async lagAfter(
    position: bigint,
    head: bigint,
  ): Promise<Pick<ProjectionStatus, 'lagEvents' | 'lagSeconds'>> {
    if (head <= position) return { lagEvents: 0, lagSeconds: 0 };
    const contiguous = this.store.capabilities.contiguousPositions;
    const limit = contiguous ? 1 : COUNTED;
    const events = await this.eventsAfter(position, limit);
    const age = events[0] ? (await this.now()) - Date.parse(events[0].recordedAt) : 0;
    const lagEvents = contiguous ? Number(head - position) : events.length;
    return { lagEvents, lagSeconds: Math.max(0, age / 1000) };
  }

  /** The service's time, by which the log is recorded. */
  private async now(): Promise<number> {
    const [found] = await this.dataSource.query<[{ now: Date }]>('SELECT service_clock.now()');
    return found.now.getTime();
  }

  /** Where the next one is missing, the newest stands for it: what lies behind is older still. */
  private async eventsAfter(position: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    try {
      return (await this.store.readAll({ after: position, limit })).events;
    } catch (error) {
      if (!(error instanceof LogDamaged)) throw error;
      return (await this.store.readAll({ direction: 'backward', limit: 1 })).events;
    }
  }

  /** Resolves when the runner has reached the position, changed its state, or the time is over. */
  private change(runner: Runner, wanted: bigint, milliseconds: number): Promise<void> {
    const { state } = runner;
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(timer);
        stopListening();
        resolve();
      };
      const timer = setTimeout(settle, milliseconds);
      const stopListening = runner.onMove(() => {
        if (runner.position >= wanted || runner.state !== state) settle();
      });
    });
  }

  /** The stored checkpoints; whoever asks while a look is under way shares it. */
  private checkpoints(): Promise<ReadonlyMap<string, CheckpointRow>> {
    this.reading ??= this.dataSource
      .query<CheckpointRow[]>(
        `SELECT name, log_id, position, owner, epoch, expires_at,
                coalesce(expires_at > clock_timestamp(), false) AS live
         FROM read_model.projection`,
      )
      .then((rows) => new Map(rows.map((row) => [row.name, row])))
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private runner(name: string): Runner {
    const runner = this.byName.get(name);
    if (!runner) throw new RangeError(`no projection is called ${name}`);
    return runner;
  }
}

function leaseOf(row: CheckpointRow | undefined): ProjectionStatus['lease'] {
  if (!row?.owner || !row.live || !row.expires_at) return null;
  return { owner: row.owner, epoch: row.epoch, expiresAt: row.expires_at };
}
