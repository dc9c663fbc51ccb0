import { expect, test } from '@jest/globals';
import { languageOfLocale } from './language.js';

test.each([
  [{}, 'zh'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'C' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'POSIX' }, 'en'],
  [{ LANG: '' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'cs_CZ.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_ALL: 'en_US' }, 'en'],
])('a terminal with %j is answered in %s', (variables, language) => {
  expect(languageOfLocale(variables)).toBe(language);
});
