import type { Bilingual, Instant, Language } from '@app/kernel';
import { when } from './words.js';

interface Happened {
  readonly occurredAt: Instant;
  readonly articles: readonly string[];
}

/**
 * One line of an account: when, what, and on which article. An article that the sentence names is
 * not named again.
 *
 * @param last the event before it: the year is written where it is new to the reader
 */
export function lineOf(
  event: Happened,
  last: Happened | undefined,
  says: Bilingual,
  language: Language,
): string {
  const time = whenTold(event, last, language);
  const sentence = says[language];
  const quoted = event.articles.filter((article) => !sentence.includes(`[${article}]`));
  const english = language === 'en';
  const articles =
    quoted.length > 0 ? `${english ? ' ' : ''}[${quoted.join(english ? ', ' : '、')}]` : '';
  return `${time}${english ? '  ' : ' '}${sentence}${articles}`;
}

function whenTold(
  { occurredAt }: Happened,
  last: Happened | undefined,
  language: Language,
): string {
  const year = when(occurredAt)[language];
  if (
    last === undefined ||
    when(last.occurredAt).zh.slice(0, 5) !== when(occurredAt).zh.slice(0, 5)
  )
    return year;
  return language === 'zh' ? year.slice(5) : year.replace(/ \d{4},/, ',');
}
