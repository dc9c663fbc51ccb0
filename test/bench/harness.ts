import { setTimeout as sleep } from 'node:timers/promises';
import { report, type Measured, type Titled } from './report.js';
import { withServer, type Database, type Server } from './server.js';

export interface BenchOptions {
  /** Repetitions of each subject. */
  readonly reps: number;
  /** Seconds of one repetition, after its warm-up. */
  readonly seconds: number;
  /** Share of its full size that a bench of one size runs at, from more than 0 to 1. */
  readonly size: number;
  /** Only the cases whose names contain it. */
  readonly only: string;
}

export type Bench = (options: BenchOptions) => Promise<void>;

/** One way to do the case's work, ready for its workers. */
export interface Running {
  /** What goes before each piece of work and does not count into its time. */
  readonly before?: (worker: number) => Promise<void>;
  /** The next piece of work of a worker; returns how many units it did. */
  readonly step: (worker: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Brings into an empty database what the work needs. */
export type Filling = (url: string) => Promise<void>;

export interface Subject {
  /** `ours`, `raw`, or whom else it is compared to. */
  readonly name: string;
  /** How its database is filled, once for all who share the filling. Default: a fresh, empty one each time. */
  readonly filling?: Filling;
  /** Default: the case's. */
  readonly workers?: number;
  readonly open: (url: string) => Promise<Running>;
}

export interface BenchCase extends Titled {
  /** How many work at the same time, each one step after another. */
  readonly workers: number;
  /** Seconds of work before anything counts; default 3. What runs all day is measured once it is compiled. */
  readonly warmUpSeconds?: number;
  /** Steps that each worker begins in a second. Default: the next one as soon as the last is done. */
  readonly pace?: number;
  /** The first is compared to the others. */
  readonly subjects: readonly Subject[];
}

const WARM_UP_SECONDS = 3;

/**
 * Measures all subjects of all cases against one server, whose durability is on. The subjects take
 * turns, so that what disturbs the machine disturbs them alike.
 */
export async function runCases(cases: readonly BenchCase[], options: BenchOptions): Promise<void> {
  const { reps, only } = options;
  await withServer(async (server) => {
    const databases = new Databases(server);
    for (const benchCase of cases.filter(({ name }) => name.includes(only))) {
      const { subjects } = benchCase;
      const measured = new Map<string, Measured[]>(subjects.map(({ name }) => [name, []]));
      for (let rep = 0; rep < reps; rep++) {
        for (const subject of rep % 2 === 0 ? subjects : [...subjects].reverse()) {
          const database = await databases.for(subject);
          measured
            .get(subject.name)!
            .push(await repetition({ server, database, benchCase, subject }, options.seconds));
        }
      }
      report(benchCase, measured);
    }
  });
}

interface Repetition {
  readonly server: Server;
  readonly database: Database;
  readonly benchCase: BenchCase;
  readonly subject: Subject;
}

async function repetition(
  { server, database, benchCase, subject }: Repetition,
  seconds: number,
): Promise<Measured> {
  const running = await subject.open(database.url);
  try {
    await work(running, benchCase, subject, benchCase.warmUpSeconds ?? WARM_UP_SECONDS);
    await server.checkpoint();
    return await work(running, benchCase, subject, seconds);
  } finally {
    await running.close();
    await database.drop();
  }
}

/** A database for each repetition. */
class Databases {
  private readonly filled = new Map<Filling, string>();

  constructor(private readonly server: Server) {}

  async for({ filling }: Subject): Promise<Database> {
    if (!filling) return this.server.freshDatabase();
    let url = this.filled.get(filling);
    if (url === undefined) {
      url = (await this.server.freshDatabase()).url;
      await filling(url);
      this.filled.set(filling, url);
    }
    return { url, drop: () => Promise.resolve() };
  }
}

async function work(
  { before, step }: Running,
  { pace, ...benchCase }: BenchCase,
  { workers = benchCase.workers }: Subject,
  seconds: number,
): Promise<Measured> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const milliseconds: number[] = [];
  let units = 0;
  const worker = async (id: number): Promise<void> => {
    for (let nth = 1; performance.now() < until; nth++) {
      await before?.(id);
      const start = performance.now();
      const done = await step(id);
      milliseconds.push(performance.now() - start);
      units += done;
      if (pace) await sleep(Math.max(0, began + (nth * 1_000) / pace - performance.now()));
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, id) => worker(id)));
  return { perSecond: (units / (performance.now() - began)) * 1_000, milliseconds };
}
