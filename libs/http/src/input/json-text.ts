import { isUtf8 } from 'node:buffer';
import { notAnObject, notJson, notUtf8OrTooDeep, tooManyValues } from './unreadable-body.js';

/** Levels of a JSON body at most; none of ours has more than five. */
const DEPTH = 32;

/**
 * Values of a JSON body at most, whatever they are nested in, where a name counts for two: thirty
 * fields for each of the two hundred steps that come at once. A mebibyte of empty objects would take the parser alone tens
 * of milliseconds, in which it answers nobody else.
 */
export const VALUES = 20_000;

/** Values for which a field's name counts: one that was not met before takes the parser as long. */
const NAME = 2;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, COMMA, COLON] =
  Buffer.from('"\\[]{},:');

/** By byte: how many values it says that there are more. */
const WORTH = new Uint8Array(256);
for (const byte of [COMMA, OPEN_LIST, OPEN_OBJECT]) WORTH[byte!] = 1;
WORTH[COLON!] = NAME;

const MARK = Buffer.from('\ufeff');

/**
 * The list or object that a body says; an empty body says an empty object.
 *
 * @throws HttpProblem 400 `malformed-json`, or `too-many-values` before anything of it is made
 */
export function readJson(body: Buffer): object {
  if (body.length === 0) return {};
  if (!isUtf8(body)) throw notUtf8OrTooDeep();
  checkSize(body);
  const marked = body.subarray(0, MARK.length).equals(MARK);
  const value = parse(body.toString('utf8', marked ? MARK.length : 0));
  if (typeof value === 'object' && value !== null) return value;
  throw notAnObject();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

/** Counts levels and values in the text, whatever else is wrong with it. */
function checkSize(body: Buffer): void {
  let depth = 0;
  let values = 1;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index]!;
    values += WORTH[byte]!;
    if (byte === QUOTE) index = endOfText(body, index);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    if (depth > DEPTH) throw notUtf8OrTooDeep();
    if (values > VALUES) throw tooManyValues(VALUES);
  }
}

/** Where the text ends that begins at a quote. */
function endOfText(body: Buffer, begin: number): number {
  let index = begin + 1;
  while (index < body.length && body[index] !== QUOTE) index += body[index] === BACKSLASH ? 2 : 1;
  return index;
}
