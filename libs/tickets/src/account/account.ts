import type { Instant, Language } from '@app/kernel';
import { evolve, initialState } from '../domain/ticket.evolve.js';
import type { TicketEvent } from '../domain/ticket.events.js';
import type { Ticket } from '../domain/ticket.state.js';
import type { AccountLine } from './account-line.js';
import { ending } from './ending.js';
import { sectionOf, startOf, type Section } from './sections.js';
import { lateMarks } from './late-marks.js';
import { sentenceOf } from './sentences.js';
import { onOneLine, when } from './words.js';

/** A ticket's event as it was stored. */
export type TicketRecord = TicketEvent & { readonly version: number; readonly recordedAt: Instant };

/**
 * A ticket's history in plain words, for a customer or a judge: every event in the order in which
 * it happened, each visit under its own heading, what was recorded late marked so, and at the end
 * the findings with their review and how the ticket stands. Times are business time.
 */
export function ticketAccount(events: readonly TicketRecord[], language: Language): AccountLine[] {
  const lines: AccountLine[] = [];
  let ticket: Ticket = initialState();
  let section: Section | undefined;
  let last: TicketRecord | undefined;
  const told = new Set<string>();
  const ordered = inOrder(events);
  const late = lateMarks(ordered);
  for (const event of ordered) {
    const scene = sceneOf(ticket, event);
    const next = sectionOf(section, event, scene);
    if (next.key !== section?.key) {
      lines.push({ text: startOf(next, told.has(next.key))[language], heading: true });
      told.add(next.key);
      section = next;
    }
    const text = `${line(event, last, scene, language)}${late.get(event.version)?.[language] ?? ''}`;
    lines.push({ text, version: event.version });
    ticket = evolve(ticket, event);
    last = event;
  }
  return [...lines, ...ending(ticket, events, language)].map((each) => ({
    ...each,
    text: onOneLine(each.text),
  }));
}

function inOrder(events: readonly TicketRecord[]): TicketRecord[] {
  return events.toSorted((a, b) =>
    a.occurredAt === b.occurredAt ? a.version - b.version : a.occurredAt < b.occurredAt ? -1 : 1,
  );
}

function sceneOf(ticket: Ticket, { data }: TicketEvent) {
  const opened = ticket.status === 'none' ? undefined : ticket;
  const number = 'visit' in data ? data.visit : undefined;
  return { ticket: opened, visit: opened?.visits.find(({ visit }) => visit === number) };
}

/** When, what, and on which article. */
function line(
  event: TicketRecord,
  last: TicketRecord | undefined,
  scene: ReturnType<typeof sceneOf>,
  language: Language,
): string {
  const time = whenTold(event, last, language);
  const sentence = sentenceOf(event, scene)[language];
  const quoted = event.articles.filter((article) => !sentence.includes(`[${article}]`));
  const articles = quoted.length > 0 ? `${language === 'en' ? ' ' : ''}[${quoted.join(', ')}]` : '';
  return `${time}${language === 'en' ? '  ' : ' '}${sentence}${articles}`;
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
