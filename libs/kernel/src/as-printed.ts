/** What nobody sees: it joins, parts or turns letters, and comes along where a number is copied; and the pattern of Braille without a dot. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Whatever one sees only by the room that it takes. */
const BLANK = /^[\p{Cf}\p{Z}\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** What embeds, overrides or isolates a direction: it turns around what stands beside it, beyond the text itself. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;
const PLAIN = /^[\u0021-\u007e]*$/;

/**
 * A number or code as it is printed, whoever typed, copied or scanned it: letters of full width as those of half
 * width, single spaces, none around it, and nothing that nobody sees.
 */
export function asPrinted(written: string): string {
  if (PLAIN.test(written)) return written;
  return written.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}

/**
 * A text as it was written, letter for letter, but for what turns around the letters beside it: each script
 * has its direction by itself, and nothing can look on a page like something else that was said there.
 */
export function asWritten(text: string): string {
  return text.replace(TURNS, '');
}

/** Whether nobody can see anything of a text. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}
