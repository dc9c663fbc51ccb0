import type { Language } from '@app/kernel';

/** Characters of a header that are looked at; what browsers send has less than a hundred. */
const LOOKED_AT = 250;

/** RFC 9110, section 12.5.4: a language and its weight, which is 1 where it says none. */
const WISH = /^(zh|en)(?:-[a-z\d-]*)?(?:;q=(\d(?:\.\d{0,3})?))?$/;

/**
 * The language a caller asks for with `Accept-Language`; Chinese when it names neither of the two in
 * its first 250 characters.
 */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'zh';
  const wishes = header.slice(0, LOOKED_AT).toLowerCase().split(',').flatMap(wishOf);
  const [best] = wishes.sort((a, b) => b.weight - a.weight);
  return best?.language === 'en' ? 'en' : 'zh';
}

/** None for another language, and for one that is not wanted. */
function wishOf(text: string): { readonly language: string; readonly weight: number }[] {
  const [, language, q = '1'] = WISH.exec(text.replaceAll(/[ \t]/g, '')) ?? [];
  const weight = Number(q);
  return language !== undefined && weight > 0 ? [{ language, weight }] : [];
}
