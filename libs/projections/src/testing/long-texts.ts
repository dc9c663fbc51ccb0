/** Chinese that repeats no pair for long: what fills an index most. The same `seed` makes the same text. */
export function manyCharacters(length: number, seed: number): string {
  let number = seed;
  return Array.from({ length }, () => {
    number = (number * 48_271 + 11) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (number % 20_000));
  }).join('');
}

/** The same with a comma behind every twenty characters. */
export function manyClauses(length: number, seed: number): string {
  return manyCharacters(length, seed).replace(/.{20}/gu, '$&，');
}
