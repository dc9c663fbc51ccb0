import type { DataSource } from 'typeorm';
import type { EventStore } from '@app/event-store';
import { StoredCheckpoints } from './stored-checkpoints.js';
import { NotYetVisible, OtherLog, PositionAhead } from './errors.js';
import type { Projection } from './projection.js';
import { heldBy, lagOf, type ProjectionStatus } from './projection-status.js';
import type { RunnerOptions, RunnerSnapshot } from './runner-state.js';
import { turnoverOf, type Turnover } from './pool.js';
import { Runner } from './runner.js';
import { sealingOf, type Sealing } from './sealing.js';
import { VerifiedPositions } from './verified-positions.js';

export interface ProjectionsOptions extends RunnerOptions {
  /** Whether this thread takes part in the work; default true. Waiting for a position works either way. */
  readonly run?: boolean;
}

/** Where checkpoints are looked up while another process leads, in milliseconds between two looks. */
const POLL = 10;

/** How long a position is waited for, in milliseconds: twice the longest rest of a runner. */
const PATIENCE = 4_000;

/** How long a wait trusts that this process still leads before it looks again, in milliseconds. */
const TRUST = 250;

/** All projections of this process: their runners, their state, and waiting for them. */
export class Projections {
  readonly runners: readonly Runner[];
  /** How what is sealed in rows is opened, and found. */
  readonly sealing: Sealing;
  private readonly byName: ReadonlyMap<string, Runner>;
  private readonly hurried = new Set<(name: string) => void>();
  private readonly turnover: Readonly<Turnover>;
  private readonly told: VerifiedPositions;
  private readonly checkpoints: StoredCheckpoints;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    projections: readonly Projection[],
    private readonly options: ProjectionsOptions,
  ) {
    this.sealing = sealingOf(store);
    this.runners = projections.map((one) => Runner.folding(one, dataSource, store, options));
    this.byName = new Map(this.runners.map((runner) => [runner.projection.name, runner]));
    this.turnover = turnoverOf(dataSource);
    this.checkpoints = new StoredCheckpoints(dataSource);
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
    for (const { name, log_id: found } of (await this.checkpoints.all()).values())
      if (found && found !== logId && this.byName.has(name)) throw new OtherLog(name, found, logId);
  }

  /** A position that the projection's table has reached, or passed; 0 before its first event. */
  async position(name: string): Promise<bigint> {
    const runner = this.runner(name);
    return runner.state === 'leading' ? this.told.position(name, runner) : this.stored(name);
  }

  private async stored(name: string): Promise<bigint> {
    return BigInt((await this.checkpoints.all()).get(name)?.position ?? 0);
  }

  /**
   * Reads rows once the projection's table has reached a position. Should a connection be opened
   * meanwhile, behind which the database may have crashed and lost that position again, the rows are
   * read once more.
   *
   * @param read the rows alone: what it throws is not tried again
   * @returns what was read, and a position that it shows or passes
   * @throws NotYetVisible see `waitFor`
   * @throws PositionAhead the log has not given that position to anybody
   */
  async read<Rows>(
    name: string,
    wanted: bigint,
    read: () => Promise<Rows>,
  ): Promise<{ readonly position: bigint; readonly rows: Rows }> {
    for (;;) {
      const position = await this.waitFor(name, wanted, PATIENCE, () => this.refuseAhead(wanted));
      const { opened } = this.turnover;
      const rows = await read();
      if (opened === this.turnover.opened) return { position, rows };
    }
  }

  /**
   * Waits until the projection's table has reached a position, and answers with where it is.
   *
   * @param timeout milliseconds; default 4,000, twice the longest rest of a runner
   * @param check called once where it is not reached within a moment; default: nothing is
   * @throws NotYetVisible it was not reached in time
   */
  async waitFor(
    name: string,
    wanted: bigint,
    timeout = PATIENCE,
    check?: () => Promise<void>,
  ): Promise<bigint> {
    const runner = this.runner(name);
    const end = Date.now() + timeout;
    for (let look = 0; ; look++) {
      const reached = await this.position(name);
      if (reached >= wanted) return reached;
      if (look === 1) await check?.();
      this.hurry(name);
      const left = end - Date.now();
      if (left <= 0) throw new NotYetVisible(name, wanted, reached);
      const trusted = runner.state === 'leading' && this.told.believes(name);
      await this.change(runner, wanted, Math.min(left, trusted ? TRUST : POLL));
    }
  }

  /**
   * Positions are given once their events are stored for good, and no store has a later one than its newest
   * event's. Where the log cannot be asked now, one waits as for any other.
   */
  private async refuseAhead(wanted: bigint): Promise<void> {
    const head = await this.store.head().catch(() => wanted);
    if (wanted > head) throw new PositionAhead(wanted, head);
  }

  async status(): Promise<ProjectionStatus[]> {
    const [head, checkpoints] = await Promise.all([this.store.head(), this.checkpoints.all()]);
    return Promise.all(
      this.runners.map(async (runner) => {
        const { name, version } = runner.projection;
        const { state, failure } = runner;
        const position = await this.position(name);
        const lag = await lagOf(this.store, this.dataSource, { position, head });
        return {
          name,
          version,
          state,
          position,
          failure,
          ...lag,
          ...heldBy(checkpoints.get(name)),
        };
      }),
    );
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

  private runner(name: string): Runner {
    const runner = this.byName.get(name);
    if (!runner) throw new RangeError(`no projection is called ${name}`);
    return runner;
  }
}
