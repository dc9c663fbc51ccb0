/** Digits by which people name a number at least: its last four. */
const SHORTEST = 4;

/** Digits of an emergency number, where nothing else was typed. */
const SHORT = 3;

/** Digits that are looked at: of two or three numbers in one field, each with its extension. */
const LONGEST = 60;

/** China's code before a number, which is written or left out at will. */
const COUNTRY = /^(?:\+|00)86(?=\d)/;

/**
 * What may be a number in what somebody typed: digits, whatever signs are put between them, and the words
 * for an extension. Digits that belong to a word of letters, such as those of an id, are none.
 */
const NUMBER =
  /(?<![\p{Script=Latin}\p{N}])[+(]*\d(?:(?:[^\p{L}\p{N}]|转|轉|分机|分機|内线|內線|ext|x)*\d)*(?![\p{Script=Latin}\p{N}])/giu;

/** A letter that nobody types, before the digits of a number: those of an address or an id find none. */
export const MARK = 'ɸ';

/** How a number is announced in a link. */
const SCHEME = /\btel:/gi;

/**
 * The words under which a phone number is indexed: what is left of its digits from each of them on, so
 * that any run of four and more is the beginning of one. Fewer digits are one word. Where China's code
 * stands before an area code, the nought that is left out behind it is there as well.
 */
export function phoneWords(phone: string): string {
  const numbers = numbersIn(phone.normalize('NFKC'));
  const digits = numbers
    .map(({ national }) => national)
    .join('')
    .slice(0, LONGEST);
  if (digits === '') return '';
  const starts = Array.from({ length: Math.max(1, digits.length - SHORTEST + 1) }, (_, at) => at);
  const withNought = numbers
    .filter(({ abroad, national }) => abroad && /^[2-9]|^10/.test(national))
    .map(({ national }) => `0${national}`.slice(0, LONGEST));
  return [...starts.map((at) => digits.slice(at)), ...withNought]
    .map((word) => `${MARK}${word}`)
    .join(' ');
}

/** A part of what somebody typed. */
export interface Typed {
  readonly text: string;
  /** The beginnings of a phone's word, one of which it has, where the part can be a number or a part of one. */
  readonly phones?: readonly string[];
}

/** What somebody typed, cut where something begins or ends that can be a phone number. */
export function typedParts(typed: string): Typed[] {
  const text = typed.normalize('NFKC').replace(SCHEME, ' ');
  const parts: Typed[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(NUMBER)) {
    const digits = numbersIn(found)
      .map(({ national }) => national)
      .join('')
      .slice(0, LONGEST);
    if (digits.length < (found === text.trim() ? SHORT : SHORTEST)) continue;
    const phones = asStored(digits).map((each) => `${MARK}${each}`);
    parts.push({ text: text.slice(end, index) }, { text: found, phones });
    end = index + found.length;
  }
  return [...parts, { text: text.slice(end) }];
}

/** The words by which a phone's word, or the beginning of one, is found: four digits from each of them on. */
export function gramsOf(word: string): string[] {
  const digits = word.slice(MARK.length);
  const count = Math.max(1, digits.length - SHORTEST + 1);
  return Array.from({ length: count }, (_, at) => `${MARK}${digits.slice(at, at + SHORTEST)}`);
}

/** Whether a run of digits is long enough to name a number. */
export function isRunOfPhone(run: string): boolean {
  return /^\d+$/.test(run) && run.length >= SHORTEST;
}

/** What may be written or left out before a number of seven digits and more, none of it or one. */
const BEFORE = [/^00(?=[1-9]\d{7})/, /^86(?=0?[1-9]\d{8})/, /^0(?=[1-9]\d{6})/];

/** The digits as they were typed, and without each of the codes that may not stand in the file. */
function asStored(digits: string): string[] {
  const shorter = BEFORE.filter((code) => code.test(digits)).map((code) =>
    digits.replace(code, ''),
  );
  return [...new Set([digits, ...shorter.flatMap(asStored)])];
}

/** The numbers in a text, each of which begins at a plus, as their digits, and whether China's code stood before them. */
function numbersIn(text: string): { readonly national: string; readonly abroad: boolean }[] {
  const numbers = text.replace(/[^\d+]/g, '').split(/(?=\+)/);
  return numbers.map((number) => ({
    national: number.replace(COUNTRY, '').replaceAll('+', ''),
    abroad: COUNTRY.test(number),
  }));
}
