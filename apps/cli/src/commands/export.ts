import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exported } from '@app/audit';
import { NotFound } from '@app/kernel';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import type { Output } from '../output.js';

/**
 * Writes the log, or one stream, as newline-delimited JSON to a file or to the standard output.
 *
 * @throws NotFound the file's folder is missing; none is made, since a mistyped one would be too
 */
export async function runExport(
  where: Where,
  output: Output,
  options: { stream?: string; out?: string },
): Promise<ExitCode> {
  if (options.out !== undefined) refuseWithoutFolder(dirname(resolve(options.out)));
  return onStore(where, async (store) => {
    const lines = exported(store, options.stream);
    if (options.out === undefined) {
      for await (const line of lines) output.result(line.trimEnd());
      return EXIT.ok;
    }
    await written(lines, options.out);
    const done = { zh: `已导出到 ${options.out}`, en: `exported to ${options.out}` };
    output.remark(done[output.language]);
    return EXIT.ok;
  });
}

/** The file is there when it is whole; what was begun and failed leaves nothing. */
async function written(lines: AsyncIterable<string>, file: string): Promise<void> {
  const draft = `${file}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(draft, { mode: 0o600 }));
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
