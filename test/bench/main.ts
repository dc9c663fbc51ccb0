import { parseArgs } from 'node:util';
import type { Bench } from './harness.js';

const USAGE =
  'usage: npm run bench -- <bench> [--only part of a case] [--reps n] [--seconds n], ' +
  'with a bench such as: append';

/** Each bench is the file `<bench>.bench.ts`, whose default export runs it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      reps: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
    },
  });
  const [name] = positionals;
  if (!name || !/^[a-z-]+$/.test(name)) throw new Error(USAGE);
  const { default: bench } = (await import(`./${name}.bench.js`)) as { default: Bench };
  const { reps, seconds, only } = values;
  await bench({ reps: Number(reps), seconds: Number(seconds), only });
}

await main();
