import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../apps/server/src/database/migrate.js';
import { ours, raw } from './deadlines/backlog.js';
import { openCentre, setDeadlines, type Centre } from './deadlines/centre.js';
import { idle, noticed, people } from './deadlines/many-open.js';
import type { BenchOptions } from './harness.js';
import { report, type Measured } from './report.js';
import { withServer, type Server } from './server.js';

const WORKERS = 2;
const FULL = { open: 1_000_000, few: 10_000, due: 5_000, backlog: 20_000, seconds: 60 };

/** Ten days, by when no bench runs any more. */
const FAR = 864_000;

/**
 * Deadlines at the size that is given, 1 being a million open: how long after its time each of 5,000
 * in a minute is stored, also beside people; what people's commands lose by it; what nothing to do
 * costs with few and with many open; and a backlog of 20,000 beside a loop of bare SQL with as many
 * connections as there are workers. All of it in one process, as a small installation has it.
 */
export default function deadlines(options: BenchOptions): Promise<void> {
  const { size, only } = options;
  const wants = (name: string) => name.includes(only);
  const scaled = (full: number) => Math.max(1, Math.round(full * size));
  const seconds = Math.max(5, FULL.seconds * size);
  return withServer(async (server) => {
    if (wants('backlog')) await backlog(server, scaled(FULL.backlog), options.reps);
    if (wants('idle')) await resting(server, scaled(FULL.few), seconds);
    if (!wants('idle') && !wants('notice') && !wants('people')) return;
    await onCentre(server, scaled(FULL.open), async (centre) => {
      const open = scaled(FULL.open);
      if (wants('idle')) say({ case: 'idle', open, ...(await idle(centre, seconds)) });
      if (wants('notice')) {
        const due = { lot: 'alone', count: scaled(FULL.due), seconds };
        sayNoticed('notice', open, await noticed(centre, due));
      }
      if (wants('people')) await besidePeople(centre, { open, due: scaled(FULL.due), seconds });
    });
  });
}

async function besidePeople(
  centre: Centre,
  { open, due, seconds }: { readonly open: number; readonly due: number; readonly seconds: number },
): Promise<void> {
  await people(centre, sleep(3_000));
  const before = await people(centre, sleep((seconds * 1_000) / 2));
  const falling = noticed(centre, { lot: 'beside', count: due, seconds });
  const beside = await people(centre, falling);
  const after = await people(centre, sleep((seconds * 1_000) / 2));
  const undisturbed = (before + after) / 2;
  const ratio = Math.round((beside / undisturbed) * 1_000) / 1_000;
  const rates = { undisturbed: Math.round(undisturbed), beside: Math.round(beside), ratio };
  say({ case: 'people', unit: 'commands/s', ...rates });
  sayNoticed('people: notice', open, await falling);
}

async function backlog(server: Server, count: number, reps: number): Promise<void> {
  const measured = new Map<string, Measured[]>([
    ['ours', []],
    ['raw', []],
  ]);
  for (let rep = 0; rep < reps; rep++) {
    for (const [name, work] of Object.entries(rep % 2 === 0 ? { ours, raw } : { raw, ours })) {
      const database = await server.freshDatabase();
      await migrate(database.url);
      await server.checkpoint();
      measured.get(name)!.push(await work(database.url, count, WORKERS));
      await database.drop();
    }
  }
  report({ name: `backlog of ${count}`, unit: 'deadlines/s' }, measured);
}

async function resting(server: Server, open: number, seconds: number): Promise<void> {
  await onCentre(server, open, async (centre) =>
    say({ case: 'idle', open, ...(await idle(centre, seconds)) }),
  );
}

async function onCentre(
  server: Server,
  open: number,
  use: (centre: Centre) => Promise<void>,
): Promise<void> {
  const database = await server.freshDatabase();
  await migrate(database.url);
  const centre = await openCentre(database.url, WORKERS);
  await setDeadlines(centre.dataSource, { lot: 'open', count: open, from: FAR, over: FAR });
  await server.checkpoint();
  centre.start();
  await use(centre).finally(() => centre.close());
  await database.drop();
}

function sayNoticed(name: string, open: number, delays: readonly number[]): void {
  const at = (share: number) =>
    delays[Math.min(delays.length - 1, Math.floor(delays.length * share))];
  say({ case: name, open, due: delays.length, p50ms: at(0.5), p99ms: at(0.99), maxMs: at(1) });
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
