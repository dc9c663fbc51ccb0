import type { Bilingual } from './bilingual.js';
import { NotPossible } from './errors.js';

/** The refusal `already-registered` of what is registered once. @param what such as `{ zh: '工具', en: 'tool' }` */
export function alreadyRegistered(what: Bilingual): NotPossible {
  return new NotPossible('already-registered', {
    zh: `该${what.zh}已登记`,
    en: `the ${what.en} is registered already`,
  });
}
