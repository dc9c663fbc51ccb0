import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@app/event-store';
import { AHEAD_SECONDS, left, setDeadlines, type Centre } from './centre.js';

/** People who give one command after another, each as soon as the last is answered. */
const PEOPLE = 8;

/** What so many falling due in the time show: how long after its time each was stored, in milliseconds. */
export async function noticed(centre: Centre, due: Falling): Promise<number[]> {
  const { dataSource, store } = centre;
  const after = await store.head();
  await setDeadlines(dataSource, { ...due, from: AHEAD_SECONDS, over: due.seconds });
  await sleep((AHEAD_SECONDS + due.seconds) * 1_000);
  while ((await left(dataSource, due.lot)) > 0) await sleep(50);
  const delays: number[] = [];
  for (let from = after; ;) {
    const { events, scannedTo } = await store.readAll({ after: from, limit: 5_000 });
    if (events.length === 0) break;
    delays.push(...events.filter(isOf(due.lot)).map(delay));
    from = scannedTo;
  }
  if (delays.length !== due.count) throw new Error(`${delays.length} of ${due.count} were fired`);
  return delays.sort((a, b) => a - b);
}

export interface Falling {
  readonly lot: string;
  readonly count: number;
  readonly seconds: number;
}

const isOf =
  (lot: string) =>
  ({ stream }: RecordedEvent) =>
    stream.startsWith(`reader-${lot}-`);

function delay({ occurredAt, recordedAt }: RecordedEvent): number {
  return Date.parse(recordedAt) - Date.parse(occurredAt);
}

/** What nothing to do costs the workers, in a minute. */
export async function idle({ statements }: Centre, seconds: number) {
  await sleep(2_000);
  const [before, cpu] = [statements(), process.cpuUsage()];
  await sleep(seconds * 1_000);
  const { user, system } = process.cpuUsage(cpu);
  const perMinute = 60 / seconds;
  return {
    queriesPerMinute: Math.round((statements() - before) * perMinute),
    cpuMsPerMinute: Math.round(((user + system) / 1_000) * perMinute),
  };
}

/** Commands of people in a second, for as long as what goes on beside them takes. */
export async function people({ person }: Centre, beside: Promise<unknown>): Promise<number> {
  let over = false;
  const ended = beside.finally(() => (over = true));
  let given = 0;
  const began = performance.now();
  const one = async () => {
    for (; !over; given++) await person();
  };
  await Promise.all([ended, ...Array.from({ length: PEOPLE }, one)]);
  return (given / (performance.now() - began)) * 1_000;
}
