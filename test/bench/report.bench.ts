import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchOptions } from './harness.js';
import { fillReadModels, writeLog } from './report/fill.js';
import { folded, linesOf, type Period } from './report/folded.js';
import { openReports, type Reports } from './report/reports.js';
import { differences } from './report/compared.js';
import { Year, YEAR } from './report/year.js';
import { withServer } from './server.js';

/** Movements in a second while the reports are made. */
const PACE = 200;
const ROUNDS = 10;

/**
 * The stores' report of each month and of the year, of a million movements over 5,000 materials at 50
 * places (`--size` takes a share of the movements and materials), while 200 movements a second are booked through the executor and folded into the read
 * models by this same process; and the same figures, to the fen, from a fold of the log that knows
 * nothing of the read models.
 */
export default function report({ size, reps, only }: BenchOptions): Promise<void> {
  return withServer(async (server) => {
    const { url } = await server.freshDatabase();
    const year = new Year(size);
    const began = performance.now();
    await writeLog(url, year);
    const written = performance.now();
    await fillReadModels(url);
    const seconds = { log: secondsOf(began, written), readModels: secondsOf(written) };
    say({ case: 'filled', movements: year.movements, seconds });
    await server.checkpoint();
    const reports = await openReports(url);
    if ('figures'.includes(only)) await compare(url, reports);
    const load = reports.move(year, PACE);
    await sleep(3_000);
    await measure('a month', 300, reports, repeated(MONTHS, Math.max(1, (ROUNDS * reps) / 5)));
    await measure('the year', 2_000, reports, repeated([WHOLE], ROUNDS * 2));
    const moved = await load.stop();
    say({ case: 'beside', unit: 'movements/s', ...moved, limit: PACE });
    await reports.close();
  });
}

const day = (month: number, date: number) =>
  new Date(Date.UTC(YEAR, month, date)).toISOString().slice(0, 10);
const MONTHS: readonly Period[] = Array.from({ length: 12 }, (_, month) => ({
  from: day(month, 1),
  until: day(month + 1, 0),
}));
const WHOLE: Period = { from: day(0, 1), until: day(12, 0) };

function repeated(periods: readonly Period[], times: number): Period[] {
  return Array.from({ length: times }, () => periods).flat();
}

async function compare(url: string, reports: Reports): Promise<void> {
  const lines = await linesOf(url);
  for (const period of [...MONTHS, WHOLE]) {
    const rows = await reports.of(period);
    const different = differences(rows, folded(lines, period));
    say({ case: 'figures', ...period, rows: rows.length, different, limit: 0 });
  }
}

async function measure(
  name: string,
  limit: number,
  reports: Reports,
  periods: readonly Period[],
): Promise<void> {
  const took: number[] = [];
  let rows = 0;
  for (const period of periods) {
    const began = performance.now();
    rows = Math.max(rows, (await reports.of(period)).length);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))]!);
  const times = { p50ms: at(0.5), p99ms: at(0.99), maxMs: at(1) };
  say({ case: name, reports: took.length, rows, ...times, limit });
}

function secondsOf(from: number, to = performance.now()): number {
  return Math.round((to - from) / 100) / 10;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
