import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articles } from '@app/policy';
import { problems } from './coverage/check.js';
import { page } from './coverage/page.js';
import { scan, type SourceFile } from './coverage/scan.js';

/** Where the page stands in the work tree. */
export const path = 'docs/reference/policy-coverage.md';

/** The generator's own samples speak of articles that do not exist. */
const ownSamples = 'apps/cli/src/generate/';

/**
 * The page that says, for every article, where it is enforced and tested.
 *
 * @param root the work tree; default: the working directory, which npm sets to it
 * @throws Error the catalogue and the code contradict each other; the message lists how
 */
export async function render(root: string = process.cwd()): Promise<string> {
  const mentions = scan(await sources(root));
  const found = problems(articles, mentions);
  if (found.length > 0) throw new Error(`policy coverage:\n${found.join('\n')}`);
  return page(articles, mentions);
}

/** All TypeScript files of the work tree, in the order of their paths. */
async function sources(root: string): Promise<SourceFile[]> {
  const paths = await Promise.all(
    ['apps', 'libs', 'test'].map((folder) => typescriptIn(root, folder)),
  );
  const wanted = paths
    .flat()
    .filter((each) => !each.startsWith(ownSamples))
    .sort();
  return Promise.all(
    wanted.map(async (each) => ({ path: each, text: await readFile(join(root, each), 'utf8') })),
  );
}

async function typescriptIn(root: string, folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(
      (each) => each.endsWith('.ts') && !each.endsWith('.d.ts') && !each.includes('node_modules/'),
    );
}
