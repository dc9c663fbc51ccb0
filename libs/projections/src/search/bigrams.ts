import { LRUCache } from 'lru-cache';
import { simplified } from './one-script.js';
import { isRunOfPhone, MARK, typedParts } from './phones.js';

/*
 * Chinese is written without spaces, so words are found by pairs of characters: 门封条 is indexed
 * as 门封, 封条 and its last character, all in simplified characters. PostgreSQL's own word parser is
 * not used at all, as what it takes for a word depends on the database's locale.
 */

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Characters of one word of letters and digits that are looked at: PostgreSQL takes 2,046 bytes of it. */
const LONGEST_WORD = 64;

/** Characters of one field that are looked at; at two places each at most, they all have places of their own. */
const LONGEST_TEXT = 4_000;

/**
 * Bytes of one vector at most; what comes behind them is not found. PostgreSQL refuses a vector of
 * more than 1,048,575, and one row that is refused would halt the projection for all rows.
 */
const LARGEST_VECTOR = 512 * 1024;

/** Bytes that a lexeme takes beside its own: one to come to an even number, two for how many places, two for one. */
const BESIDE_LEXEME = 1 + 2 + 2;

/** PostgreSQL takes every place behind it for this one, and finds no phrase there. */
const LAST_PLACE = 16_383;

/** Places between two fields, so that no phrase reaches from one into the next. */
const FIELD_GAP = 11;

/** Vectors made lately, by their fields: most events change no text of their row. At most 8 million characters. */
const made = new LRUCache<string, string>({
  maxSize: 8_000_000,
  maxEntrySize: 16_000,
  sizeCalculation: (vector, fields) => vector.length + fields.length,
});

/**
 * The text of a `tsvector` that finds the fields by words, pairs of characters and word beginnings.
 * It is safe to store whatever the fields are: those that come first are indexed first, and where
 * it is full it ends. Places begin anew where they run out, so that among very many fields a phrase
 * may be found that by chance is made of two.
 */
export function searchVector(fields: readonly string[]): string {
  const key = JSON.stringify(fields);
  const known = made.get(key);
  if (known !== undefined) return known;
  const vector = vectorOf(fields);
  made.set(key, vector);
  return vector;
}

function vectorOf(fields: readonly string[]): string {
  let taken = 0;
  let bytes = 0;
  const lexemes: string[] = [];
  for (const field of fields) {
    const tokens = placed(field);
    const last = tokens.at(-1)?.place ?? 0;
    if (taken + last > LAST_PLACE) taken = 0;
    for (const { token, place } of tokens) {
      bytes += Buffer.byteLength(token) + BESIDE_LEXEME;
      if (bytes > LARGEST_VECTOR) return lexemes.join(' ');
      lexemes.push(`'${token}':${taken + place}`);
    }
    taken += last + FIELD_GAP;
  }
  return lexemes.join(' ');
}

/**
 * The text of a `tsquery` for what somebody typed: every run of it must occur, Chinese as the
 * phrase it is, letters and digits as the beginning of a word; what can be a phone number also as
 * its digits, however they are set apart. Undefined when nothing is left to search for.
 */
export function searchQuery(text: string): string | undefined {
  const parts = typedParts(text).flatMap(({ text: part, phones = [] }) => {
    const words = wordsQuery(part, phones.length > 0);
    if (words === undefined) return [];
    return phones.length === 0 ? [words] : [`((${words})${phones.map(orBegins).join('')})`];
  });
  return parts.length > 0 ? parts.join(' & ') : undefined;
}

function orBegins(word: string): string {
  return ` | '${word}':*`;
}

/** @param ofPhone its digits may be those of more than one number, each to be found by itself */
function wordsQuery(text: string, ofPhone: boolean): string | undefined {
  const phrases = runsOf(text).map((run) => {
    const characters = [...run];
    if (ofPhone && isRunOfPhone(run)) return `('${run}':*${orBegins(`${MARK}${run}`)})`;
    if (!isHan(run) || characters.length === 1) return `'${run}':*`;
    return `(${pairs(characters)
      .map((pair) => `'${pair}'`)
      .join(' <-> ')})`;
  });
  return phrases.length > 0 ? phrases.join(' & ') : undefined;
}

/** Words are cut to their longest; Chinese is not, as its pairs are short however long it is. */
function runsOf(text: string): string[] {
  const characters = [...text.normalize('NFKC').toLowerCase()];
  const runs = simplified(characters.slice(0, LONGEST_TEXT).join('')).match(RUN) ?? [];
  return runs.map((run) => (isHan(run) ? run : [...run].slice(0, LONGEST_WORD).join('')));
}

/** What a field is found by, each with its place in it from 1; a place stays free between two runs. */
function placed(field: string): { readonly token: string; readonly place: number }[] {
  let place = 0;
  return runsOf(field).flatMap((run) => {
    const tokens = indexed(run).map((token) => ({ token, place: ++place }));
    place += 1;
    return tokens;
  });
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
