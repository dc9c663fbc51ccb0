import { Converter } from 'opencc-js/t2cn';

/** Knows the forms of Hong Kong and Taiwan too. */
const simplify = Converter({ from: 'hk', to: 'cn' });

/** What was converted once; no larger than the Chinese script. */
const known = new Map<string, string>();

/**
 * Chinese in simplified characters, so that 台湾 finds 臺灣 and the other way round: what is searched
 * and what is indexed both go through it. One character at a time, since a part of a text must become
 * what it becomes in the whole; so words that share a simplified form find one another, as 干 does 乾 and 幹.
 */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const after = simplify(character);
    known.set(character, after);
    return after;
  });
}
