import type { Instant, Language } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket.events.js';
import type { AccountLine } from './account-line.js';
import { ending } from './ending.js';
import { lateMarks } from './late-marks.js';
import { calledByName } from './people.js';
import { sectionOf, startOf, type Section } from './sections.js';
import { sentenceOf } from './sentences.js';
import { told } from './told.js';
import { onOneLine, when, type Scene } from './words.js';

/** A ticket's event as it was stored. */
export type TicketRecord = TicketEvent & { readonly version: number; readonly recordedAt: Instant };

/**
 * A ticket's history in plain words, for a customer or a judge: every event in the order in which
 * it happened, each visit under its own heading, what was recorded late marked so, and at the end
 * the findings with their review and how the ticket stands. Times are business time.
 *
 * @param names of the employees, by their ids; whoever has none is called by the id
 */
export function ticketAccount(
  events: readonly TicketRecord[],
  language: Language,
  names: ReadonlyMap<string, string> = new Map(),
): AccountLine[] {
  const records = calledByName(events, names, language);
  const lines: AccountLine[] = [];
  let section: Section | undefined;
  let last: TicketRecord | undefined;
  const begun = new Set<string>();
  const story = told(records);
  const late = lateMarks(story.map(({ event }) => event));
  for (const { event, scene } of story) {
    const next = sectionOf(section, event, scene);
    if (next.key !== section?.key) {
      lines.push({ text: startOf(next, begun.has(next.key))[language], heading: true });
      begun.add(next.key);
      section = next;
    }
    const text = `${line(event, last, scene, language)}${late.get(event.version)?.[language] ?? ''}`;
    lines.push({ text, version: event.version });
    last = event;
  }
  return [...lines, ...ending(records, language)].map((each) => ({
    ...each,
    text: onOneLine(each.text),
  }));
}

/** When, what, and on which article. */
function line(
  event: TicketRecord,
  last: TicketRecord | undefined,
  scene: Scene,
  language: Language,
): string {
  const time = whenTold(event, last, language);
  const sentence = sentenceOf(event, scene)[language];
  const quoted = event.articles.filter((article) => !sentence.includes(`[${article}]`));
  const english = language === 'en';
  const articles =
    quoted.length > 0 ? `${english ? ' ' : ''}[${quoted.join(english ? ', ' : '、')}]` : '';
  return `${time}${english ? '  ' : ' '}${sentence}${articles}`;
}

/** The year is written where it is new to the reader. */
function whenTold(
  { occurredAt }: TicketRecord,
  last: TicketRecord | undefined,
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
