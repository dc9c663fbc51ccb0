import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a generator module exports; every module of this folder that exports both is one. */
export interface Generator {
  /** Where the document stands, from the root of the work tree. */
  readonly path: string;
  /** The document's whole text; the same for the same sources, byte for byte. */
  readonly render: () => Promise<string>;
}

/** The generators in a folder of built modules, in the order of their names. */
export async function generatorsIn(folder: URL): Promise<Generator[]> {
  const names = (await readdir(folder)).filter((name) => /^[a-z-]+\.js$/.test(name)).sort();
  const modules = names
    .filter((name) => name !== 'main.js')
    .map(async (name) => (await import(new URL(name, folder).href)) as Partial<Generator>);
  return (await Promise.all(modules)).filter(
    (each): each is Generator => typeof each.path === 'string' && typeof each.render === 'function',
  );
}

/** Write the documents that differ from what their generators say, and return their paths. */
export async function writeDocuments(generators: readonly Generator[]): Promise<string[]> {
  const written: string[] = [];
  for (const { path, render } of generators) {
    const text = await render();
    if (text === (await current(path))) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    written.push(path);
  }
  return written;
}

/** For every document that is not what its generator says, the first line that differs. */
export async function staleDocuments(generators: readonly Generator[]): Promise<string[]> {
  const stale: string[] = [];
  for (const { path, render } of generators) {
    const [text, there] = [await render(), await current(path)];
    if (there === undefined) stale.push(`${path}: missing`);
    else if (text !== there) stale.push(`${path}:${firstDifference(there, text)}`);
  }
  return stale;
}

function firstDifference(there: string, text: string): string {
  const [before, after] = [there.split('\n'), text.split('\n')];
  const line = after.findIndex((each, index) => each !== before[index]);
  const index = line === -1 ? after.length : line;
  return `${index + 1}\n  - ${before[index] ?? '(end)'}\n  + ${after[index] ?? '(end)'}`;
}

async function current(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
}
