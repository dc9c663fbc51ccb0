import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isJsonLines } from './json-lines.js';

const is = (text: string): Promise<boolean> => isJsonLines(Buffer.from(text));

/** What it is to answer, as it can be said in a few words of what the language brings. */
function expected(text: string): boolean {
  return isObject(text) || text.trim().split('\n').every(isObject);
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

const value = fc.oneof(
  fc.json(),
  fc.jsonValue().map((json) => JSON.stringify(json, undefined, 1)),
  fc.constantFrom('{}', '[]', '[[]]', '{"a":[1,-0.5e+7,true,null,"\\u00e9\\n"]}', '[ 1 , 2 ]'),
);
const gap = fc.constantFrom('\n', '\r\n', ' \n ', '\n\n', ' ', '');
const text = fc.array(fc.tuple(value, gap), { maxLength: 4 }).map((parts) => parts.flat().join(''));

describe('what is JSON on each line, or over lines, is told from what is not', () => {
  test('as the language itself tells it', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (some) => {
        expect(await is(some)).toBe(expected(some));
      }),
      { numRuns: 500 },
    );
  });

  test('also where a character was lost, changed or came in between', async () => {
    const character = fc.constantFrom(...'{}[]:,"\\ \n\t0123.eE+-truefalsn\u0001é');
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat(1), character, async (some, place, lost, other) => {
        const at = place % (some.length + 1);
        const changed = some.slice(0, at) + other + some.slice(at + lost);
        expect(await is(changed)).toBe(expected(changed));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    '01',
    '1.',
    '.5',
    '1e',
    '1e+',
    '-',
    '+1',
    '00',
    'tru',
    'nul',
    '"\\x"',
    '"\\u00g0"',
    '"\t"',
  ])('not with %s in a list', async (item) => {
    expect(await is(`[${item}]`)).toBe(false);
    expect(expected(`[${item}]`)).toBe(false);
  });

  test('not when it is nested deeper than 64 levels', async () => {
    expect(await is('['.repeat(64) + ']'.repeat(64))).toBe(true);
    expect(await is('['.repeat(65) + ']'.repeat(65))).toBe(false);
  });
});

describe('while a large one is looked through, others are answered', () => {
  /** Rounds of the event loop until it is known. */
  async function rounds(bytes: Buffer): Promise<number> {
    let count = 0;
    let known = false;
    const looking = isJsonLines(bytes).then((right) => {
      known = true;
      expect(right).toBe(true);
    });
    while (!known) {
      await new Promise((resolve) => setImmediate(resolve));
      count++;
    }
    await looking;
    return count;
  }

  test.each<[string, () => string]>([
    ['a million lines', () => '{}\n'.repeat(1_000_000)],
    ['a list of a million', () => `[${'{},'.repeat(1_000_000)}{}]`],
    ['one long text', () => `["${'x'.repeat(3_000_000)}"]`],
  ])('%s', async (_, made) => {
    const bytes = Buffer.from(made());
    expect(await rounds(bytes)).toBeGreaterThanOrEqual(Math.floor(bytes.length / (128 * 1024)));
  });
});
