/**
 * An English sentence with a capital at its beginning, unless it begins with what somebody wrote or is called:
 * a name stays as it is written. @param data of the event that the sentence tells
 */
export function begun(sentence: string, data: unknown): string {
  if (stringsIn(data).some((written) => beginsWith(sentence, written))) return sentence;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** As whole words: a person called "t" does not begin "the customer". */
function beginsWith(sentence: string, written: string): boolean {
  if (written === '' || !sentence.startsWith(written)) return false;
  return !/^[\p{L}\p{N}]/u.test(sentence.slice(written.length));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
