import { existsSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** The longest holds of the event loop since they were last asked for, in milliseconds. */
export interface Holds {
  /** By the clock, and so with whatever else the machine was busy with. */
  readonly wall: number;
  /** By the processor time that the thread itself used; undefined where the system does not tell. */
  readonly own: number | undefined;
}

/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 1;

/** Linux counts here, first of all, the nanoseconds for which a thread ran. */
const SCHEDULED = '/proc/thread-self/schedstat';

/** Within the server's own process: answers each message with the holds of its main thread. */
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const own = ownHolds();
  process.on('message', () => {
    const wall = delay.count === 0 ? 0 : delay.max / 1e6 - RESOLUTION;
    process.send!({ wall, own: own?.() } satisfies Holds);
    delay.reset();
  });
  process.channel!.unref();
}

/** What answers with the most processor time between two beats of the loop since the last asking. */
function ownHolds(): (() => number) | undefined {
  if (!existsSync(SCHEDULED)) return undefined;
  const file = openSync(SCHEDULED, 'r');
  const bytes = Buffer.alloc(64);
  const ran = (): number => parseInt(bytes.toString('latin1', 0, readSync(file, bytes, 0, 64, 0)));
  let last = ran();
  let longest = 0;
  setInterval(() => {
    const now = ran();
    longest = Math.max(longest, now - last);
    last = now;
  }, RESOLUTION).unref();
  return () => {
    const held = longest / 1e6;
    longest = 0;
    return held;
  };
}
