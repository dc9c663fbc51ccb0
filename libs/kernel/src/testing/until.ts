import { setTimeout as pause } from 'node:timers/promises';

/** After a hundred seconds what has not come hangs: on a busy machine what comes by itself takes long. */
const LOOKING = { looks: 5_000, milliseconds: 20 };

/**
 * Waits until something holds that comes by itself.
 *
 * @throws Error it has not come after five thousand looks
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < LOOKING.looks; look++) {
    if (await holds()) return;
    await pause(LOOKING.milliseconds);
  }
  throw new Error('it did not come to that');
}
