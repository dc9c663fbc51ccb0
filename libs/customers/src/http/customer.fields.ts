import { fieldRule, type EachOption } from '@app/http';
import type { Salutation } from '../domain/customer.events.js';

export const SALUTATIONS: readonly Salutation[] = ['mr', 'ms', 'boss', 'manager'];

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** A language by its BCP 47 tag: `zh`, `yue`, `zh-Hant`. */
export function LanguageTag(options: EachOption = {}): PropertyDecorator {
  const says = {
    zh: '必须是语言代码，例如 zh、yue、en',
    en: 'must be the tag of a language, such as zh, yue or en',
  };
  return fieldRule(
    'languageTag',
    (value) =>
      typeof value === 'string' && TAG.test(value) ? undefined : { code: 'not-a-language', says },
    { pattern: TAG.source, example: 'zh' },
    options,
  );
}
