import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { LocalDatabaseError } from './errors.js';

/**
 * Makes a directory and those above it that are missing; one that is there stays as it is. Node's own
 * recursion never ends where the system takes no directory and says that the one above is missing,
 * as under `/proc`.
 *
 * @throws LocalDatabaseError it cannot be made, or a file stands in its place
 */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    const missing: string[] = [];
    let at = resolve(directory);
    for (; !(await isDirectory(at)); at = dirname(at)) missing.unshift(at);
    for (const each of missing) await mkdir(each).catch(ignoreExisting);
  } catch (cause) {
    const { message } = cause as Error;
    throw new LocalDatabaseError(
      'no-start',
      `There is no directory ${directory}, and none can be made (${message}); see DATA_DIR.`,
      { cause },
    );
  }
}

async function isDirectory(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (found && !found.isDirectory()) throw new Error(`${path} is a file`);
  return found !== undefined;
}

/** Another process may make it at the same time. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
