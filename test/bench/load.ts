import { setTimeout as sleep } from 'node:timers/promises';

/** Commands that go on until they are stopped. */
export interface Load {
  /** Ends it, and says how many there were in a second. */
  stop(): Promise<{ readonly median: number }>;
}

/** Begins as many in a second, whether those before are done or not. */
export function goingOn(pace: number, command: () => Promise<unknown>): Load {
  const began = performance.now();
  let [begun, done, going] = [0, 0, true];
  const running = (async () => {
    const open = new Set<Promise<void>>();
    while (going) {
      const due = Math.floor(((performance.now() - began) * pace) / 1_000);
      for (; begun < due; begun++) {
        const one: Promise<void> = command().then(() => {
          done += 1;
          open.delete(one);
        });
        open.add(one);
      }
      await sleep(5);
    }
    await Promise.all(open);
  })();
  return {
    async stop() {
      going = false;
      await running;
      return { median: Math.round((done / (performance.now() - began)) * 1_000) };
    },
  };
}
