import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, type Stats } from 'node:fs';
import { lstat, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotFound, NotPossible } from '@app/kernel';

/** Takes all lines. */
export type Target = (lines: AsyncIterable<string>) => Promise<void>;

/**
 * Where an export goes. A file is there when it is whole, and one that was there stays until then;
 * a link keeps leading where it leads. A device or a pipe is written into, and never replaced.
 *
 * @param force a file that is there is replaced; default: refused
 * @throws NotFound the folder is missing; none is made, since a mistyped one would be too
 * @throws NotPossible a file is there and `force` was not given; or a folder, or a link to nowhere
 */
export async function targetOf(out: string, force = false): Promise<Target> {
  refuseWithoutFolder(dirname(resolve(out)));
  const there = await found(out);
  if (!there) return (lines) => written(lines, out);
  if (there.isDirectory() || there.isSymbolicLink()) throw noFile(out);
  if (!there.isFile()) return (lines) => pipeline(Readable.from(lines), createWriteStream(out));
  if (!force) throw taken(out);
  const file = await realpath(out);
  return (lines) => written(lines, file);
}

/** What is there, or where the link there leads; the link itself where that is nowhere. */
function found(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => lstat(path).catch(() => undefined));
}

/** What was begun and failed leaves nothing. */
async function written(lines: AsyncIterable<string>, file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function refuseWithoutFolder(folder: string): void {
  if (existsSync(folder)) return;
  throw new NotFound('no-folder', {
    zh: `没有文件夹 ${folder}，未导出`,
    en: `there is no folder ${folder}, so nothing was exported`,
  });
}

function taken(file: string): NotPossible {
  return new NotPossible('file-exists', {
    zh: `${file} 已存在，未导出；加上 --force 即可替换`,
    en: `${file} exists, so nothing was exported; --force replaces it`,
  });
}

function noFile(path: string): NotPossible {
  return new NotPossible('no-file', {
    zh: `${path} 是文件夹或无处可去的链接，未导出`,
    en: `${path} is a folder, or a link that leads nowhere, so nothing was exported`,
  });
}
