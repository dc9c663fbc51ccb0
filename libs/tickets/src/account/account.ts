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
import { isOfClock } from '../domain/clocks/deadline.js';
import { evolve, initialState } from '../domain/ticket/ticket.evolve.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { ending } from './ending.js';
import { placesOf, startOf, type Place, type Section } from './sections.js';
import { sentenceOf } from './sentences.js';
import { chronological, type InContext } from './chronological.js';

/** A ticket's event as it was stored. */
export type TicketRecord = TicketEvent & { readonly version: number; readonly recordedAt: Instant };

/** The fields of an event's data that hold an employee's id. */
const PEOPLE = [
  'technician',
  'collectedBy',
  'refundedBy',
  'employee',
  'receivedBy',
  'person',
  'earners',
  'employeeBefore',
  'awaits',
];

/** The ids of all who acted on the ticket or are named as employees by its events, each once. */
export function employeesOf(events: readonly TicketEvent[]): readonly string[] {
  return employeesIn(events, PEOPLE);
}

/**
 * A ticket's history in plain words, for a customer or a judge: every event in the order in which
 * it happened, each visit under its own heading, what was recorded late marked so, and at the end
 * the findings with their review and how the ticket stands. Times are business time. Line by line,
 * with null for a step of the work that has no line.
 *
 * @param names of the employees, by their ids; whoever has none is called by the id
 */
export function* tellTicket(
  events: readonly TicketRecord[],
  language: Language,
  names: ReadonlyMap<string, string> = new Map(),
): Generator<AccountLine | null> {
  const records = calledByName(events, PEOPLE, names, language);
  yield null;
  const story = yield* each(chronological(records));
  const [ticket = initialState()] = (yield* each(states(records))).slice(-1);
  const places = placesOf(story, ticket.status === 'none' ? [] : ticket.visits);
  yield* toldIn(places, story, language);
  for (const line of ending({ records, story, ticket }, language)) yield onALine(line);
}

/** The whole account at once. */
export function ticketAccount(...told: Parameters<typeof tellTicket>): AccountLine[] {
  return [...tellTicket(...told)].filter((line) => line !== null);
}

function* toldIn(
  places: readonly Place[],
  story: readonly InContext<TicketRecord>[],
  language: Language,
): Generator<AccountLine> {
  let section: Section | undefined;
  let last: TicketRecord | undefined;
  const begun = new Set<string>();
  const late = lateMarks(story.map(({ event }) => event).filter((event) => !isOfTime(event)));
  for (const [index, { event, context }] of story.entries()) {
    const { section: next, of } = places[index]!;
    if (next.key !== section?.key) {
      yield onALine({ text: startOf(next, begun.has(next.key))[language], heading: true });
      begun.add(next.key);
      section = next;
    }
    const said = lineOf(event, last, named(of, sentenceOf(event, context)), language);
    const mark = late.get(event.version)?.[language] ?? '';
    yield onALine({ text: `${said}${mark}`, version: event.version });
    last = event;
  }
}

/** What the clocks say happened when it was so, and is told of with what shows it: it is not late itself. */
function isOfTime(event: TicketRecord): boolean {
  return isOfClock(event) || (event.type === 'FindingRecorded' && event.data.clock !== undefined);
}

/** The ticket after each event, in the order in which they were recorded, which is the one that they were decided in. */
function* states(records: readonly TicketRecord[]): Generator<Ticket> {
  let ticket = initialState();
  for (const event of records.toSorted((a, b) => a.version - b.version)) {
    ticket = evolve(ticket, event);
    yield ticket;
  }
}

/** All of them, handing out a null for each. */
function* each<Item>(items: Iterable<Item>): Generator<null, Item[]> {
  const all: Item[] = [];
  for (const item of items) {
    all.push(item);
    yield null;
  }
  return all;
}

function onALine(line: AccountLine): AccountLine {
  return { ...line, text: onOneLine(line.text) };
}

/** What is told of another visit than the heading's says of which. */
function named(of: Bilingual | undefined, { zh, en }: Bilingual): Bilingual {
  return of ? { zh: `${of.zh}：${zh}`, en: `${of.en}: ${en}` } : { zh, en };
}
