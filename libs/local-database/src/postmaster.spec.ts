import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { endOrphan } from './postmaster.js';
import { isAlive } from './process-identity.js';
import { directory } from './testing/directories.js';

test('the pid file that a server leaves behind as it dies does not stand in the way of the next', async () => {
  const place = await directory(0o711);
  const cluster = join(place, 'cluster');
  await mkdir(cluster);
  // Like a server that is being killed while it is looked at: it ends, and clears nothing away.
  const server = spawn(
    process.execPath,
    ['-e', 'setInterval(() => 0, 1000)', '--', '-D', cluster],
    {
      cwd: cluster,
      stdio: 'ignore',
    },
  );
  const file = join(cluster, 'postmaster.pid');
  await writeFile(file, `${server.pid}\n${cluster}\n`);
  const log = join(place, 'postgres.log');
  const home = { directory: place, cluster, log, password: '', account: undefined };
  expect(await endOrphan(home, { initdb: '', postgres: '', pgCtl: '' })).toBe(server.pid);
  expect([isAlive(server.pid!), existsSync(file)]).toEqual([false, false]);
  await rm(place, { recursive: true, force: true });
});
