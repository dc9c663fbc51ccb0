import { parseArgs } from 'node:util';
import type { BenchOptions } from './harness.js';

const USAGE =
  'usage: npm run bench -- <bench> [--only part of a case] [--reps n, default 5] [--seconds n, default 3] [--size share, default 1, of deadlines]';

const OPTIONS = {
  reps: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '3' },
  size: { type: 'string', default: '1' },
  only: { type: 'string', default: '' },
  help: { type: 'boolean', default: false },
} as const;

/** A bench was asked for wrongly; the message names the argument in its first line. */
export class Misused extends Error {}

/** How one asks for one of the benches. */
export function usageOf(benches: readonly string[]): string {
  return `${USAGE}\nbenches: ${benches.join(', ')}`;
}

/** Which bench is asked for; undefined: for the help. @throws Misused */
export function askedFor(
  words: readonly string[],
  benches: readonly string[],
): { readonly name: string; readonly options: BenchOptions } | undefined {
  const { values, positionals } = parsed(words);
  if (values.help) return undefined;
  const [name = '', second] = positionals;
  if (!name) throw new Misused('name one bench');
  if (second !== undefined) throw new Misused(`${second}: name one bench`);
  if (!benches.includes(name)) throw new Misused(`${name}: there is no such bench`);
  const reps = numberIn('reps', values.reps, isCount, 'a whole number, 1 or more');
  const seconds = numberIn('seconds', values.seconds, (n) => n > 0, 'a number, more than 0');
  const isShare = (n: number) => n > 0 && n <= 1;
  const size = numberIn('size', values.size, isShare, 'a number, more than 0 and at most 1');
  return { name, options: { reps, seconds, size, only: values.only } };
}

const isCount = (n: number) => Number.isSafeInteger(n) && n >= 1;

/** @throws Misused saying what it should be */
function numberIn(
  option: string,
  text: string,
  fits: (n: number) => boolean,
  what: string,
): number {
  const n = Number(text);
  if (Number.isFinite(n) && fits(n)) return n;
  throw new Misused(`--${option} ${text}: ${what}`);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    // Node's own words, without its advice.
    throw new Misused((error as Error).message.split(/\. |\n/, 1)[0], { cause: error });
  }
}
