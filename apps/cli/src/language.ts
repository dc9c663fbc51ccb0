import type { Language } from '@app/kernel';

/**
 * The language of a terminal, by its locale: LC_ALL, else LC_MESSAGES, else LANG. Plain `C`, also as
 * `C.UTF-8`, is English, in which programs speak there. Chinese where none is set, as over HTTP
 * where no language is asked for.
 */
export function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'zh';
  return /^zh([_.@-]|$)/i.test(locale) ? 'zh' : 'en';
}
