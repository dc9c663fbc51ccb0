import type { SearchWords } from '@app/privacy';
import { simplified } from './one-script.js';
import { gramsOf, isRunOfPhone, MARK, typedParts } from './phones.js';

/*
 * Chinese is written without spaces, so words are found by pairs of characters: 门封条 is indexed
 * as 门封, 封条 and its last character, all in simplified characters. PostgreSQL's own word parser is
 * not used at all, as what it takes for a word depends on the database's locale.
 *
 * What stands in the index are keyed hashes, of which no beginning tells anything: so every beginning of a
 * word, each single character, and four digits of a number at a time, are words of their own.
 */

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Characters of one word of letters and digits that are looked at: PostgreSQL takes 2,046 bytes of it. */
const LONGEST_WORD = 64;

/** Beginnings of a word that are told apart; of a longer one these characters count. */
const LONGEST_BEGINNING = 16;

/** Characters of one field that are looked at; at two places each at most, they all have places of their own. */
const LONGEST_TEXT = 4_000;

/**
 * Bytes of one vector at most; what comes behind them is not found. PostgreSQL refuses a vector of
 * more than 1,048,575, and one row that is refused would halt the projection for all rows.
 */
const LARGEST_VECTOR = 640 * 1024;

/** Bytes that a lexeme takes beside its own: one to come to an even number, two for how many places, two for one. */
const BESIDE_LEXEME = 1 + 2 + 2;

/** PostgreSQL takes every place behind it for this one, and finds no phrase there. */
const LAST_PLACE = 16_383;

/** Places between two fields, so that no phrase reaches from one into the next. */
const FIELD_GAP = 11;

/**
 * The text of a `tsvector` that finds the fields by words, pairs of characters and word beginnings.
 * It is safe to store whatever the fields are: those that come first are indexed first, and where
 * it is full it ends. Places begin anew where they run out, so that among very many fields a phrase
 * may be found that by chance is made of two.
 */
export function searchVector(fields: readonly string[], words: SearchWords): string {
  const key = JSON.stringify(fields);
  const known = words.vectors.get(key);
  if (known !== undefined) return known;
  const vector = vectorOf(fields, words);
  words.vectors.set(key, vector);
  return vector;
}

function vectorOf(fields: readonly string[], words: SearchWords): string {
  let taken = 0;
  let bytes = 0;
  const lexemes = new Set<string>();
  for (const field of fields) {
    const tokens = placed(field);
    const last = tokens.reduce((most, { place = 0 }) => Math.max(most, place), 0);
    if (taken + last > LAST_PLACE) taken = 0;
    for (const { token, place } of tokens) {
      const hashed = `'${words.hashed(token)}'`;
      const lexeme = place === undefined ? hashed : `${hashed}:${taken + place}`;
      if (lexemes.has(lexeme)) continue;
      bytes += hashed.length - 2 + BESIDE_LEXEME;
      if (bytes > LARGEST_VECTOR) return [...lexemes].join(' ');
      lexemes.add(lexeme);
    }
    taken += last + FIELD_GAP;
  }
  return [...lexemes].join(' ');
}

/**
 * The text of a `tsquery` for what somebody typed: every run of it must occur, Chinese as the
 * phrase it is, letters and digits as the beginning of a word; what can be a phone number also as
 * its digits, however they are set apart. Undefined when nothing is left to search for.
 */
export function searchQuery(text: string, words: SearchWords): string | undefined {
  const hashed = (token: string) => `'${words.hashed(token)}'`;
  const parts = typedParts(text).flatMap(({ text: part, phones = [] }) => {
    const said = wordsQuery(part, phones.length > 0, hashed);
    if (said === undefined) return [];
    if (phones.length === 0) return [said];
    return [
      `((${said})${phones.map((phone) => ` | ${phraseOf(gramsOf(phone), hashed)}`).join('')})`,
    ];
  });
  return parts.length > 0 ? parts.join(' & ') : undefined;
}

/** Whether two texts say the same, whatever signs, spaces, width of characters and script they are written in. */
export function isSameText(one: string, other: string): boolean {
  return runsOf(one).join(' ') === runsOf(other).join(' ');
}

type Hashed = (token: string) => string;

function phraseOf(tokens: readonly string[], hashed: Hashed): string {
  return `(${tokens.map(hashed).join(' <-> ')})`;
}

/** @param ofPhone its digits may be those of more than one number, each to be found by itself */
function wordsQuery(text: string, ofPhone: boolean, hashed: Hashed): string | undefined {
  const phrases = runsOf(text).map((run) => {
    const characters = [...run];
    if (isHan(run)) return phraseOf(characters.length === 1 ? [run] : pairs(characters), hashed);
    const begins = hashed(characters.slice(0, LONGEST_BEGINNING).join(''));
    if (!ofPhone || !isRunOfPhone(run)) return begins;
    return `(${begins} | ${phraseOf(gramsOf(`${MARK}${run}`), hashed)})`;
  });
  return phrases.length > 0 ? phrases.join(' & ') : undefined;
}

/** Words are cut to their longest; Chinese is not, as its pairs are short however long it is. */
function runsOf(text: string): string[] {
  const characters = [...text.normalize('NFKC').toLowerCase()];
  const runs = simplified(characters.slice(0, LONGEST_TEXT).join('')).match(RUN) ?? [];
  return runs.map((run) => (isHan(run) ? run : [...run].slice(0, LONGEST_WORD).join('')));
}

/** What a field is found by, each with its place in it from 1 where it can be part of a phrase. */
interface Token {
  readonly token: string;
  readonly place?: number;
}

/** A place stays free between two runs. */
function placed(field: string): Token[] {
  let place = 1;
  return runsOf(field).flatMap((run, index, runs) => {
    // The digits from each on are the end of what was before, which holds them all.
    if (isRestOf(run, runs[index - 1])) return [];
    const phrase = phrased(run);
    const tokens = phrase.map((token, nth) => ({ token, place: place + nth }));
    place += phrase.length + 1;
    return [...tokens, ...alone(run).map((token) => ({ token }))];
  });
}

/** What of a run stands in the order in which it is typed. */
function phrased(run: string): string[] {
  if (run.startsWith(MARK)) return gramsOf(run);
  return isHan(run) ? pairs([...run]) : [];
}

/** What of a run is found by itself: the beginnings of a word, or each character. */
function alone(run: string): string[] {
  if (run.startsWith(MARK)) return [];
  const characters = [...run];
  if (isHan(run)) return characters;
  const most = characters.slice(0, LONGEST_BEGINNING);
  return most.map((_, last) => most.slice(0, last + 1).join(''));
}

function isRestOf(run: string, before: string | undefined): boolean {
  return run.startsWith(MARK) && before === `${MARK}${before?.[1]}${run.slice(1)}`;
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}
