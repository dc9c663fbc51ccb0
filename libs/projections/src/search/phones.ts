/** Digits by which people name a number at least: its last four. */
const SHORTEST = 4;

/** Digits of an emergency number, where nothing else was typed. */
const SHORT = 3;

/** Digits of a number that are looked at; the longest there are have fifteen, with an extension some more. */
const LONGEST = 24;

/** China's code before a number, which is written or left out at will. */
const COUNTRY = /^(?:\+|00)86(?=\d)/;

/** What may be a number in what somebody typed: digits, and what is put between them. */
const NUMBER = /[+(\d][\d\s().+/-]*\d/g;

/** A letter that nobody types, before the digits of a number: those of an address or an id find none. */
const MARK = 'ɸ';

/** How a number is announced in a link. */
const SCHEME = /\btel:/gi;

/**
 * The words under which a phone number is indexed: what is left of its digits from each of them on, so
 * that any run of four and more is the beginning of one. Fewer digits are one word.
 */
export function phoneWords(phone: string): string {
  const digits = digitsOf(phone.normalize('NFKC'));
  const starts = Array.from({ length: Math.max(1, digits.length - SHORTEST + 1) }, (_, at) => at);
  return digits === '' ? '' : starts.map((at) => `${MARK}${digits.slice(at)}`).join(' ');
}

/** A part of what somebody typed. */
export interface Typed {
  readonly text: string;
  /** The beginning of a phone's word, where the part can be a number or a part of one. */
  readonly phone?: string;
}

/** What somebody typed, cut where something begins or ends that can be a phone number. */
export function typedParts(typed: string): Typed[] {
  const text = typed.normalize('NFKC').replace(SCHEME, ' ');
  const parts: Typed[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(NUMBER)) {
    const digits = digitsOf(found);
    if (digits.length < (found === text.trim() ? SHORT : SHORTEST)) continue;
    parts.push({ text: text.slice(end, index) }, { text: found, phone: `${MARK}${digits}` });
    end = index + found.length;
  }
  return [...parts, { text: text.slice(end) }];
}

function digitsOf(phone: string): string {
  return phone
    .replace(/[^\d+]/g, '')
    .replace(COUNTRY, '')
    .replaceAll('+', '')
    .slice(0, LONGEST);
}
