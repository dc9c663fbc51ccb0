import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalDatabaseError } from './errors.js';
import { processIdentity } from './process-identity.js';

interface Owner {
  readonly pid: number;
  readonly identity: string;
}

/** Says which process owns a home. Held from before the first look at the data until it is shut. */
export interface OwnerLock {
  readonly release: () => Promise<void>;
}

/**
 * Take the home for this process. A lock whose process is gone, or whose process id now belongs to
 * another process, is stale and is replaced.
 *
 * @throws LocalDatabaseError `in-use` while a live process, this one included, holds it.
 */
export async function acquireOwnerLock(home: string): Promise<OwnerLock> {
  const lock = join(home, 'owner.lock');
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  const draft = join(home, `owner.${randomUUID()}`);
  await writeFile(draft, mine, { mode: 0o644 });
  try {
    // `link` is the atomic "create only if nobody did"; the file is complete when it appears.
    while (!(await linked(draft, lock))) await removeStale(lock, home);
  } finally {
    await rm(draft, { force: true });
  }
  return {
    release: async () => {
      if ((await contentOf(lock)) === mine) await rm(lock, { force: true });
    },
  };
}

async function removeStale(lock: string, home: string): Promise<void> {
  const seen = await contentOf(lock);
  if (seen === undefined) return;
  const owner = parse(seen);
  if (owner && processIdentity(owner.pid) === owner.identity) throw inUse(owner, home);

  const aside = join(home, `owner.${randomUUID()}`);
  await rename(lock, aside).catch(ignoreMissing);
  // Another starter may have replaced the stale lock since we read it: give theirs back.
  if ((await contentOf(aside)) !== seen) await linked(aside, lock);
  await rm(aside, { force: true });
}

function inUse(owner: Owner, home: string): LocalDatabaseError {
  return new LocalDatabaseError(
    'in-use',
    `The local database in ${home} is in use by process ${owner.pid}. ` +
      'Stop that process, or set DATABASE_URL to share one PostgreSQL between several.',
  );
}

function parse(content: string): Owner | undefined {
  try {
    return JSON.parse(content) as Owner;
  } catch {
    return undefined;
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw error;
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
