import { report, type Measured } from './report.js';
import { withServer, type Server } from './server.js';

export interface BenchOptions {
  /** Repetitions of each subject, each in a fresh database. */
  readonly reps: number;
  /** Seconds of one repetition, after its warm-up. */
  readonly seconds: number;
}

export type Bench = (options: BenchOptions) => Promise<void>;

/** One way to do the case's work, ready for its workers. */
export interface Running {
  /** The next piece of work of a worker; returns how many units it did. */
  readonly step: (worker: number) => Promise<number>;
  close(): Promise<void>;
}

export interface Subject {
  /** `ours`, `raw`, or whom else it is compared to. */
  readonly name: string;
  /** Prepares a fresh, empty database. */
  readonly open: (url: string) => Promise<Running>;
}

export interface BenchCase {
  readonly name: string;
  readonly unit: string;
  /** How many work at the same time, each one step after another. */
  readonly workers: number;
  readonly subjects: readonly Subject[];
}

const WARM_UP_SECONDS = 0.7;

/**
 * Measures all subjects of all cases against one server, whose durability is on. The subjects take
 * turns, so that what disturbs the machine disturbs them alike.
 */
export async function runCases(cases: readonly BenchCase[], options: BenchOptions): Promise<void> {
  await withServer(async (server) => {
    for (const benchCase of cases) {
      const measured = new Map<string, Measured[]>(
        benchCase.subjects.map(({ name }) => [name, []]),
      );
      for (let rep = 0; rep < options.reps; rep++) {
        const turns = rep % 2 === 0 ? benchCase.subjects : [...benchCase.subjects].reverse();
        for (const subject of turns) {
          measured
            .get(subject.name)!
            .push(await repetition(server, subject, benchCase.workers, options.seconds));
        }
      }
      report(benchCase, measured);
    }
  });
}

async function repetition(
  server: Server,
  { open }: Subject,
  workers: number,
  seconds: number,
): Promise<Measured> {
  const database = await server.freshDatabase();
  const running = await open(database.url);
  try {
    await work(running, workers, WARM_UP_SECONDS);
    await server.checkpoint();
    return await work(running, workers, seconds);
  } finally {
    await running.close();
    await database.drop();
  }
}

async function work({ step }: Running, workers: number, seconds: number): Promise<Measured> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const milliseconds: number[] = [];
  let units = 0;
  const worker = async (id: number): Promise<void> => {
    for (let now = performance.now(); now < until;) {
      const done = await step(id);
      units += done;
      const ended = performance.now();
      milliseconds.push(ended - now);
      now = ended;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, id) => worker(id)));
  return { perSecond: (units / (performance.now() - began)) * 1_000, milliseconds };
}
