declare const folds: unique symbol;

/**
 * The streams of one category: what each is called, and, in the type alone, what it folds to. A
 * context's contract exports those that other contexts may read.
 */
export interface Streams<State, Id = string> {
  readonly category: string;
  /** The name of the stream of one entity. These names are stored for ever. */
  readonly named: (id: Id) => string;
  /** Of what the id is made where it is not one text: `employee` and `sku`. */
  readonly parts?: readonly (keyof Id & string)[];
  readonly [folds]?: State;
}

/**
 * Streams with one id each: `tool-<id>`.
 *
 * @param category one word of small letters: what stands before a stream's first hyphen is its kind
 * @throws TypeError it is none
 */
export function streams<State>(category: string): Streams<State> {
  oneWord(category);
  return { category, named: (id) => `${category}-${id}` };
}

/**
 * Streams whose id has parts: `parts-<employee>:<sku>`.
 *
 * @param separator default a colon, which no id can hold: it keeps `a-b`, `c` and `a`, `b-c` apart
 */
export function streamsOf<State, Id extends Readonly<Record<keyof Id, string>>>(
  category: string,
  parts: readonly (keyof Id & string)[],
  separator = ':',
): Streams<State, Id> {
  oneWord(category);
  const named = (id: Id) => `${category}-${parts.map((part) => id[part]).join(separator)}`;
  return { category, parts, named };
}

function oneWord(category: string): void {
  if (!/^[a-z]+$/.test(category))
    throw new TypeError(`the kind of a stream is one word of small letters, and not ${category}`);
}
