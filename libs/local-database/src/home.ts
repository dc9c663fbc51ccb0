import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, accountFor, canEnter } from './account.js';
import { LocalDatabaseError } from './errors.js';
import { makeDirectory } from './make-directory.js';

/** Where everything of one local database lies. */
export interface Home {
  /** Holds the owner lock, the password, the log and, when needed, a copy of the programs. */
  readonly directory: string;
  /** PostgreSQL's data directory. */
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly account: Account | undefined;
}

/** Says where the home is when it is not in the directory asked for. */
const POINTER = 'elsewhere';

const SYSTEM_PLACES = ['/var/lib', '/var/tmp'];

/**
 * Find or make the home: the directory asked for, unless we are root and the account that runs
 * PostgreSQL cannot get there (a work tree under /root, say). Then the home is a directory of our
 * own under /var/lib, and the file `elsewhere` in the directory asked for says which. No mode of a
 * directory that is not ours is changed.
 */
export async function findHome(directory: string): Promise<Home> {
  await makeDirectory(directory);
  const elsewhere = await elsewhereOf(directory);
  if (elsewhere) return homeIn(await ownPlace(elsewhere));

  const home = await homeIn(directory);
  if (canEnter(directory, home.account)) return home;

  const place = await ownPlace(placeFor(directory, home.account));
  await writeFile(join(directory, POINTER), `${place}\n`);
  return homeIn(place);
}

/** Where the files of a home are or would be that was asked for in `directory`; makes nothing. */
export async function filesOf(directory: string): Promise<Omit<Home, 'account'>> {
  return filesIn((await elsewhereOf(directory)) ?? directory);
}

async function elsewhereOf(directory: string): Promise<string | undefined> {
  const text = await readFile(join(directory, POINTER), 'utf8').catch(() => undefined);
  return text?.trim() || undefined;
}

function filesIn(directory: string): Omit<Home, 'account'> {
  return {
    directory,
    cluster: join(directory, 'cluster'),
    password: join(directory, 'password'),
    log: join(directory, 'postgres.log'),
  };
}

async function homeIn(directory: string): Promise<Home> {
  const files = filesIn(directory);
  return { ...files, account: await accountFor(files.cluster) };
}

function placeFor(directory: string, account: Account | undefined): string {
  const parent = SYSTEM_PLACES.find((place) => canEnter(place, account));
  if (!parent) {
    throw new LocalDatabaseError(
      'no-start',
      `The account that runs PostgreSQL for root can enter neither ${directory} nor ` +
        `${SYSTEM_PLACES.join(' nor ')}. Run as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  return join(parent, `service-centre-${name}`);
}

/** A directory of root's own that the account may pass through; never one that somebody planted. */
async function ownPlace(place: string): Promise<string> {
  await mkdir(place, { recursive: true, mode: 0o711 });
  const found = await lstat(place);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new LocalDatabaseError(
      'not-ours',
      `${place} should hold the local database, but it belongs to another account.`,
    );
  }
  await chmod(place, 0o711);
  return place;
}

/** Give a file or directory that root just made to the account that runs PostgreSQL. */
export async function giveTo(path: string, account: Account | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}
