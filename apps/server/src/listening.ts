import { createServer } from 'node:net';
import { EnvironmentError } from './environment.js';

/** What stands in the way of listening, by the system's code. */
const OBSTACLES: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `port ${port} is taken at ${host}: choose another with PORT`,
  EACCES: (_, port) => `not allowed to listen on port ${port}: choose another with PORT`,
  EADDRNOTAVAIL: (host) => `this machine does not have the address ${host}: see HOST`,
  ENOTFOUND: (host) => `nobody knows the address ${host}: see HOST`,
};

/**
 * Looks whether it would be possible to listen there, before anything is made that would be in vain.
 * Port 0 is always free.
 *
 * @throws EnvironmentError it would not
 */
export async function tryToListen(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen(port, host, resolve);
    });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const obstacle = OBSTACLES[code ?? '']?.(host, port);
    throw new EnvironmentError(obstacle ?? `${message}: see HOST and PORT`, { cause });
  }
  await new Promise((resolve) => probe.close(resolve));
}
