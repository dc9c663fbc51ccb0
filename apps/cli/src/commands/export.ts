import { exported } from '@app/audit';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import type { Output } from '../output.js';
import { targetOf } from './export-target.js';

const PROGRESS_EVERY = 1_000;

/**
 * Writes the log, or one stream, as newline-delimited JSON to a file or to the standard output.
 *
 * @param options with `force` a file that is there is replaced; default: refused
 * @throws NotFound @throws Refused see `targetOf`
 */
export async function runExport(
  where: Where,
  output: Output,
  options: { stream?: string; out?: string; force?: boolean },
): Promise<ExitCode> {
  const target = options.out === undefined ? undefined : await targetOf(options.out, options.force);
  return onStore(where, async (store) => {
    const lines = exported(store, options.stream);
    if (!target) {
      for await (const line of lines) output.result(line.trimEnd());
      return EXIT.ok;
    }
    await target(counted(lines, output.progress));
    const done = { zh: `已导出到 ${options.out}`, en: `exported to ${options.out}` };
    output.remark(done[output.language]);
    return EXIT.ok;
  });
}

async function* counted(
  lines: AsyncIterable<string>,
  progress: Output['progress'],
): AsyncGenerator<string> {
  let count = 0;
  for await (const line of lines) {
    if (count++ % PROGRESS_EVERY === 0) progress?.(`${count}…`);
    yield line;
  }
}
