/** Levels of nesting at most. */
const DEPTH = 64;

const code = (character: string): number => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, ZERO, POINT, U] = [...'"\\,:-0.u'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'[]{}'].map(code);
const SPACES = new Set([...' \t\r\n'].map(code));
const ESCAPABLE = new Set([...'"\\/bfnrt'].map(code));
const HEX = new Set([...'0123456789abcdefABCDEF'].map(code));
const FIRST_PRINTABLE = 0x20;

/** The lists and objects that are open. */
export class Nesting {
  private readonly objects: boolean[] = [];

  get depth(): number {
    return this.objects.length;
  }

  get inObject(): boolean {
    return this.objects.at(-1) ?? false;
  }

  /** False when it is too deep. */
  open(object: boolean): boolean {
    return this.objects.push(object) <= DEPTH;
  }

  close(): void {
    this.objects.pop();
  }
}

/** What may come next in JSON (RFC 8259), as what looks at the next byte; undefined when that may not. */
export type State = (byte: number, nesting: Nesting) => State | undefined;

/** Outside of every value: the next one begins, and is an object or a list. */
export const begin: State = (byte, nesting) => opened(byte, nesting) ?? spaced(byte, begin);

const value: State = (byte, nesting) =>
  opened(byte, nesting) ?? scalar(byte) ?? spaced(byte, value);

const firstItem: State = (byte, nesting) =>
  byte === CLOSE_LIST
    ? closed(nesting)
    : (opened(byte, nesting) ?? scalar(byte) ?? spaced(byte, firstItem));

const firstName: State = (byte, nesting) =>
  byte === CLOSE_OBJECT ? closed(nesting) : byte === QUOTE ? inName : spaced(byte, firstName);

const name: State = (byte) => (byte === QUOTE ? inName : spaced(byte, name));

const colon: State = (byte) => (byte === COLON ? value : spaced(byte, colon));

/** Behind a value that is in a list or an object. */
const after: State = (byte, nesting) => {
  if (byte === COMMA) return nesting.inObject ? name : value;
  if (byte === (nesting.inObject ? CLOSE_OBJECT : CLOSE_LIST)) return closed(nesting);
  return spaced(byte, after);
};

const inName = quoted(colon);
const inText = quoted(after);

const zero: State = (byte, nesting) => fraction(byte) ?? after(byte, nesting);
const digits: State = (byte, nesting) => (isDigit(byte) ? digits : zero(byte, nesting));
const minus: State = (byte) => (byte === ZERO ? zero : digit(byte, digits));
const decimals: State = (byte, nesting) =>
  isDigit(byte) ? decimals : (power(byte) ?? after(byte, nesting));
const point: State = (byte) => digit(byte, decimals);
const powers: State = (byte, nesting) => (isDigit(byte) ? powers : after(byte, nesting));
const powerDigit: State = (byte) => digit(byte, powers);
const signedPower: State = (byte) =>
  byte === MINUS || byte === code('+') ? powerDigit : digit(byte, powers);

const WORDS = new Map(
  ['true', 'false', 'null'].map((word) => [code(word), spelled(word.slice(1))] as const),
);

function spaced(byte: number, state: State): State | undefined {
  return SPACES.has(byte) ? state : undefined;
}

function opened(byte: number, nesting: Nesting): State | undefined {
  if (byte === OPEN_LIST) return nesting.open(false) ? firstItem : undefined;
  if (byte === OPEN_OBJECT) return nesting.open(true) ? firstName : undefined;
  return undefined;
}

function closed(nesting: Nesting): State {
  nesting.close();
  return nesting.depth > 0 ? after : begin;
}

function scalar(byte: number): State | undefined {
  if (byte === QUOTE) return inText;
  if (byte === MINUS) return minus;
  if (byte === ZERO) return zero;
  return digit(byte, digits) ?? WORDS.get(byte);
}

function quoted(next: State): State {
  const hex = (left: number): State => {
    const state: State = left === 0 ? text : hex(left - 1);
    return (byte) => (HEX.has(byte) ? state : undefined);
  };
  const text: State = (byte) => {
    if (byte === QUOTE) return next;
    if (byte === BACKSLASH) return escape;
    return byte < FIRST_PRINTABLE ? undefined : text;
  };
  const fourHex = hex(3);
  const escape: State = (byte) => (byte === U ? fourHex : ESCAPABLE.has(byte) ? text : undefined);
  return text;
}

function spelled(rest: string): State {
  const next = rest.length === 1 ? after : spelled(rest.slice(1));
  return (byte) => (byte === code(rest) ? next : undefined);
}

function fraction(byte: number): State | undefined {
  return byte === POINT ? point : power(byte);
}

function power(byte: number): State | undefined {
  return byte === code('e') || byte === code('E') ? signedPower : undefined;
}

function digit(byte: number, next: State): State | undefined {
  return isDigit(byte) ? next : undefined;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}
