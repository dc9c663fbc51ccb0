/*
 * Chinese is written without spaces, so words are found by pairs of characters: 门封条 is indexed
 * as 门封, 封条 and its last character. PostgreSQL's own word parser is not used at all, as what it
 * takes for a word depends on the database's locale.
 */

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Characters of one run, and of one text in all, that are looked at; the index has limits of its own. */
const LONGEST_RUN = 64;
const LONGEST_TEXT = 4_000;

/** Places between two fields, so that no phrase reaches from one into the next. */
const FIELD_GAP = 10;

/** The text of a `tsvector` that finds the fields by words, pairs of characters and word beginnings. */
export function searchVector(fields: readonly string[]): string {
  let place = 0;
  const lexemes: string[] = [];
  for (const field of fields) {
    for (const run of runsOf(field)) {
      for (const token of indexed(run)) lexemes.push(`'${token}':${++place}`);
      place += 1;
    }
    place += FIELD_GAP;
  }
  return lexemes.join(' ');
}

/**
 * The text of a `tsquery` for what somebody typed: every run of it must occur, Chinese as the
 * phrase it is, letters and digits as the beginning of a word. Undefined when nothing is left to
 * search for.
 */
export function searchQuery(text: string): string | undefined {
  const phrases = runsOf(text).map((run) => {
    const characters = [...run];
    if (!isHan(run) || characters.length === 1) return `'${run}':*`;
    return `(${pairs(characters)
      .map((pair) => `'${pair}'`)
      .join(' <-> ')})`;
  });
  return phrases.length > 0 ? phrases.join(' & ') : undefined;
}

/** The digits of a phone number, and its last four, by which people name one. */
export function phoneWords(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return digits.length > 4 ? `${digits} ${digits.slice(-4)}` : digits;
}

function runsOf(text: string): string[] {
  const plain = [...text].slice(0, LONGEST_TEXT).join('').normalize('NFKC').toLowerCase();
  return (plain.match(RUN) ?? []).map((run) => [...run].slice(0, LONGEST_RUN).join(''));
}

function indexed(run: string): string[] {
  if (!isHan(run)) return [run];
  const characters = [...run];
  return [...pairs(characters), characters.at(-1)!];
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}
