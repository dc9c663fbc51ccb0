/** Digits by which people name a number at least: its last four. */
const SHORTEST = 4;

/** Digits of a number that are looked at; the longest there are have fifteen, with an extension some more. */
const LONGEST = 24;

/** China's code before a number, which is written or left out at will. */
const COUNTRY = /^(?:\+|00)86(?=\d)/;

/** What somebody types who types a number: digits, and what is put between them. */
const NUMBER = /^[+\d][\d\s().+/-]*$/;

/**
 * The words under which a phone number is indexed: what is left of its digits from each of them on, so
 * that any run of four and more is the beginning of one. Fewer digits are one word.
 */
export function phoneWords(phone: string): string {
  const digits = digitsOf(phone).slice(0, LONGEST);
  const runs = Array.from({ length: digits.length - SHORTEST + 1 }, (_, start) =>
    digits.slice(start),
  );
  return runs.length > 0 ? runs.join(' ') : digits;
}

/** The digits of what somebody typed, where it can be a number or a part of one; else undefined. */
export function phoneTyped(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim();
  const digits = digitsOf(typed).slice(0, LONGEST);
  return NUMBER.test(typed) && digits.length >= SHORTEST ? digits : undefined;
}

function digitsOf(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(COUNTRY, '')
    .replaceAll('+', '');
}
