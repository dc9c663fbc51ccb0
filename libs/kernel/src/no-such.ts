import type { Bilingual } from './bilingual.js';
import { NotFound } from './errors.js';

/**
 * The refusal of what is named and was never registered, pointing at the field that names it, if one does.
 *
 * @param kind of the code `unknown-<kind>`
 * @param what in Chinese with its measure word: `{ zh: '这把钥匙', en: 'key' }`
 */
export function noSuch(kind: string, { zh, en }: Bilingual): (pointer?: string) => NotFound {
  const says = { zh: `没有${zh}`, en: `there is no such ${en}` };
  return (pointer) => new NotFound(`unknown-${kind}`, says, pointer);
}
