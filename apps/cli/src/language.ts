import type { Language } from '@app/kernel';

/**
 * The language of a terminal, by its locale: LC_ALL, else LC_MESSAGES, else LANG. Chinese also
 * where none is set or it is plain `C`, as over HTTP where no language is asked for.
 */
export function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'C';
  return /^(zh|C|POSIX)([_.@-]|$)/i.test(locale) ? 'zh' : 'en';
}
