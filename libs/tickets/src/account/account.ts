import type { AccountLine } from '@app/audit';
import {
  calledByName,
  employeesIn,
  lateMarks,
  lineOf,
  onOneLine,
} from '@app/audit/src/words/index.js';
import type { Bilingual, Instant, Language } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { evolve, initialState } from '../domain/ticket/ticket.evolve.js';
import type { Visit } from '../domain/visit/visit.state.js';
import { ending } from './ending.js';
import { placesOf, startOf, type Section } from './sections.js';
import { sentenceOf } from './sentences.js';
import { chronological } from './chronological.js';

/** A ticket's event as it was stored. */
export type TicketRecord = TicketEvent & { readonly version: number; readonly recordedAt: Instant };

/** The fields of an event's data that hold an employee's id. */
const PEOPLE = ['technician', 'collectedBy', 'refundedBy', 'person'];

/** The ids of all who acted on the ticket or are named as employees by its events, each once. */
export function employeesOf(events: readonly TicketEvent[]): readonly string[] {
  return employeesIn(events, PEOPLE);
}

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
  const records = calledByName(events, PEOPLE, names, language);
  const lines: AccountLine[] = [];
  let section: Section | undefined;
  let last: TicketRecord | undefined;
  const begun = new Set<string>();
  const story = chronological(records);
  const places = placesOf(story, visitsAfter(records));
  const late = lateMarks(story.map(({ event }) => event));
  for (const [index, { event, context }] of story.entries()) {
    const { section: next, of } = places[index]!;
    if (next.key !== section?.key) {
      lines.push({ text: startOf(next, begun.has(next.key))[language], heading: true });
      begun.add(next.key);
      section = next;
    }
    const text = `${lineOf(event, last, named(of, sentenceOf(event, context)), language)}${late.get(event.version)?.[language] ?? ''}`;
    lines.push({ text, version: event.version });
    last = event;
  }
  return [...lines, ...ending(records, language)].map((each) => ({
    ...each,
    text: onOneLine(each.text),
  }));
}

/** The visits as they stand by what was recorded. */
function visitsAfter(records: readonly TicketRecord[]): readonly Visit[] {
  const ticket = records.toSorted((a, b) => a.version - b.version).reduce(evolve, initialState());
  return ticket.status === 'none' ? [] : ticket.visits;
}

/** What is told of another visit than the heading's says of which. */
function named(of: Bilingual | undefined, { zh, en }: Bilingual): Bilingual {
  return of ? { zh: `${of.zh}：${zh}`, en: `${of.en}: ${en}` } : { zh, en };
}
