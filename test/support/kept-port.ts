import { randomInt } from 'node:crypto';

/**
 * A port for a server that is to come back to it: none that a system gives to whoever asks for any, as
 * it does for every connection that is made, so that nobody takes it meanwhile. It may be in use already.
 */
export function keptPort(): number {
  return randomInt(20_000, 30_000);
}
