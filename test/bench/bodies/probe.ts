import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 1;

/** Within the server's own process: answers each message with the longest hold of its loop since the last, in ms. */
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  process.on('message', () => {
    process.send!(delay.count === 0 ? 0 : delay.max / 1e6 - RESOLUTION);
    delay.reset();
  });
  process.channel!.unref();
}
