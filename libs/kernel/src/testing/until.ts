import { setTimeout as pause } from 'node:timers/promises';

/** After which time what has not come hangs: on a busy machine what comes by itself takes long. */
const HANGS = 100_000;

/**
 * Waits until something holds that comes by itself.
 *
 * @throws Error it has not come after a hundred seconds
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + HANGS; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await pause(20);
  }
}
