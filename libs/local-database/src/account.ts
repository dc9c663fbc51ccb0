import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { LocalDatabaseError } from './errors.js';

/** The unprivileged account that runs PostgreSQL when we are root, which PostgreSQL refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * As whom to run PostgreSQL. Undefined means as ourselves, who are not root. For root: the owner
 * of an existing cluster, so that whoever made it can still open it; else `postgres`; else
 * `nobody`, which every Unix has. No account is created.
 */
export async function accountFor(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };

  const passwd = await readFile('/etc/passwd', 'utf8');
  const account = named(passwd, 'postgres') ?? named(passwd, 'nobody');
  if (account) return account;
  throw new LocalDatabaseError(
    'no-start',
    'PostgreSQL does not run as root, and this machine has neither an account `postgres` nor ' +
      '`nobody`. Run as an ordinary user, or set DATABASE_URL.',
  );
}

/** True if the account may enter the directory through all of its parents. */
export function canEnter(directory: string, account: Account | undefined): boolean {
  if (!account) return true;
  // Asked of the system itself, because mode bits alone do not tell of access lists or mounts.
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...account }).status === 0;
}

function named(passwd: string, name: string): Account | undefined {
  const line = passwd.split('\n').find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS writes `nobody` as -2; the kernel counts unsigned.
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : undefined;
}
