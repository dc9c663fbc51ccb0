/** What nobody sees: it joins, parts or turns letters, and comes along where a number is copied. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const PLAIN = /^[\u0021-\u007e]*$/;

/**
 * A number or code as it is printed, whoever typed, copied or scanned it: letters of full width as those of half
 * width, single spaces, none around it, and nothing that nobody sees.
 */
export function asPrinted(written: string): string {
  if (PLAIN.test(written)) return written;
  return written.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}
