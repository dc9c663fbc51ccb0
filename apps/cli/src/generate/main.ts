/**
 * Writes the generated documents (`npm run docs:write`), or with `--check` only says which of them
 * are not up to date (`npm run docs:check`; exit code 1 if any). Works on the current directory.
 */
import { generatorsIn, staleDocuments, writeDocuments } from './generated.js';

const generators = await generatorsIn(new URL('./', import.meta.url));

if (process.argv.includes('--check')) {
  const stale = await staleDocuments(generators);
  for (const each of stale) console.error(each);
  if (stale.length > 0) console.error('Run `npm run docs:write` and commit the result.');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of await writeDocuments(generators)) console.log(`wrote ${path}`);
}
