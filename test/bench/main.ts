import { readdirSync } from 'node:fs';
import { askedFor, Misused, usageOf } from './arguments.js';
import type { Bench } from './harness.js';

const SUFFIX = '.bench.js';

/** Each bench is the file `<bench>.bench.ts`, whose default export runs it. */
const BENCHES = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();

function asked(): ReturnType<typeof askedFor> {
  try {
    return askedFor(process.argv.slice(2), BENCHES);
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    process.stderr.write(`${error.message}\n${usageOf(BENCHES)}\n`);
    process.exit(2);
  }
}

const wanted = asked();
if (wanted) {
  const { default: bench } = (await import(`./${wanted.name}${SUFFIX}`)) as { default: Bench };
  await bench(wanted.options);
} else {
  process.stdout.write(`${usageOf(BENCHES)}\n`);
}
