import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from './client.js';
import { valueAt } from './pointer.js';
import type { See } from './scenario.js';

/** Milliseconds between two looks, and looks at most, half a minute: what follows by itself comes within seconds, on a machine that has time for it. */
const PAUSE = 50;
const LOOKS = 600;

/** Looks at what a path shows until it holds what it must. @returns what does not hold at last; undefined: all does */
export async function look(client: Client, by: string, see: See): Promise<string | undefined> {
  for (let looks = 1; ; looks++) {
    const { status, body } = await client.get(by, see.path);
    const wrong = Object.entries(see.holds).filter(
      ([pointer, expected]) => !isDeepStrictEqual(valueAt(body, pointer), expected),
    );
    if (wrong.length === 0) return undefined;
    if (looks === LOOKS) {
      const shown = wrong.map(
        ([pointer]) => `${pointer} is ${JSON.stringify(valueAt(body, pointer))}`,
      );
      return `${see.path} (${status}): ${shown.join(', ')}`;
    }
    await pause(PAUSE);
  }
}
