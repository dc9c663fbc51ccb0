import { parseArgs } from 'node:util';
import type { Bench } from './harness.js';

const USAGE =
  'usage: npm run bench -- <case> [--reps n] [--seconds n], with a case such as: append';

/** Each case is the file `<case>.bench.ts`, whose default export runs it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reps: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
  });
  const [name] = positionals;
  if (!name || !/^[a-z-]+$/.test(name)) throw new Error(USAGE);
  const { default: bench } = (await import(`./${name}.bench.js`)) as { default: Bench };
  await bench({ reps: Number(values.reps), seconds: Number(values.seconds) });
}

await main();
