import { chinese, period, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Visit } from '../domain/visit/visit.state.js';
import type { InContext } from './chronological.js';
import type { SentenceContext } from './sentence-context.js';

/** A part of the account under one heading. */
export interface Section {
  readonly key: string;
  readonly title: Bilingual;
  /** What stands behind the title where the section begins; empty for most. */
  readonly more: Bilingual;
  /** Whose section it is, where it is a visit's. */
  readonly visit?: number;
}

/** What is told next, and where. */
export interface Place {
  readonly section: Section;
  /** Said before what is told of another visit under this heading. */
  readonly of?: Bilingual;
}

const NOTHING: Bilingual = { zh: '', en: '' };
const INTAKE: Section = { key: 'intake', title: { zh: '受理', en: 'The call' }, more: NOTHING };
const AFTERWARDS: Section = {
  key: 'afterwards',
  title: { zh: '后续处理', en: 'Afterwards' },
  more: NOTHING,
};

/** How many lines of another visit stand under a heading of their own, although the first visit goes on after them. */
const A_PART_OF_ITS_OWN = 3;

/** What is told where it belongs even when a visit is going on. */
const OF_THE_TICKET: readonly TicketEvent['type'][] = [
  'TicketResolved',
  'TicketClosed',
  'ClosingUndone',
  'TicketReopened',
  'TicketCancelled',
  'FollowUpMade',
  'FollowUpAsked',
  'FindingUpheld',
  'FindingExcused',
  'FindingWithdrawn',
  'VerdictReopened',
];

/**
 * Where each event of a story is told: under its visit, or under the ticket. What belongs to no visit
 * stays where the account has got to, so that the order of time is not broken by headings; where two
 * visits go on at once, a few lines of the one are told under the other, with the visit's name.
 *
 * @param visits as they stand at the end of what is told: a heading names the appointment that held
 */
export function placesOf(
  story: readonly InContext<TicketEvent>[],
  visits: readonly Visit[],
): readonly Place[] {
  const told = story.map(({ event, context }) => visitToldOf(event, context));
  const ahead = runsOf(told);
  const plans = new Map(visits.map((visit) => [visit.visit, visit]));
  let section: Section | undefined;
  return story.map(({ event }, index) => {
    const visit = told[index];
    const run = ahead[index];
    if (section && visit !== undefined && comesBetween(run, visit, section.visit))
      return { section, of: titleOf(visit) };
    section = sectionOf(section, event, visit, plans);
    return { section };
  });
}

/** A section's heading; one that is taken up again says so. */
export function startOf({ title, more }: Section, again: boolean): Bilingual {
  return again
    ? { zh: `${title.zh}（续）`, en: `${title.en} (continued)` }
    : { zh: `${title.zh}${more.zh}`, en: `${title.en}${more.en}` };
}

function sectionOf(
  current: Section | undefined,
  event: TicketEvent,
  visit: number | undefined,
  plans: ReadonlyMap<number, Visit>,
): Section {
  if (visit !== undefined) return visitSection(visit, plans.get(visit));
  if (!current || event.type === 'TicketOpened') return INTAKE;
  return OF_THE_TICKET.includes(event.type) ? AFTERWARDS : current;
}

/** The visit that an event is told under: of a product's return the one that took it in, where it says no other. */
function visitToldOf(event: TicketEvent, { ticket }: SentenceContext): number | undefined {
  if (event.type === 'FindingRecorded') return undefined;
  if ('visit' in event.data && event.data.visit !== undefined) return event.data.visit;
  if (event.type !== 'ProductReturned') return undefined;
  return ticket?.custody.find(({ product }) => product === event.data.product)?.visit;
}

interface Run {
  /** How many of one visit follow on each other from here. */
  readonly length: number;
  /** Of which visit the next is. */
  readonly next: number | undefined;
}

function runsOf(visits: readonly (number | undefined)[]): readonly (Run | undefined)[] {
  let follows: (Run & { readonly visit: number }) | undefined;
  return visits
    .toReversed()
    .map((visit) => {
      if (visit === undefined) return undefined;
      const same = follows?.visit === visit ? follows : undefined;
      const next = same ? same.next : follows?.visit;
      follows = { visit, length: (same?.length ?? 0) + 1, next };
      return follows;
    })
    .toReversed();
}

/** Whether only a few lines of another visit come before the present one goes on. */
function comesBetween(run: Run | undefined, visit: number, present: number | undefined): boolean {
  if (present === undefined || visit === present || !run) return false;
  return run.length < A_PART_OF_ITS_OWN && run.next === present;
}

function titleOf(visit: number): Bilingual {
  return { zh: `第 ${visit} 次上门`, en: `Visit ${visit}` };
}

function visitSection(number: number, plan: Visit | undefined): Section {
  const section = { key: `visit ${number}`, title: titleOf(number), visit: number };
  if (plan?.status === 'cancelled')
    return { ...section, more: where(true, '（已取消）', ' (called off)') };
  const window = plan && period(plan.window);
  const more = where(
    plan,
    chinese`（技术员${plan?.technician}，约定${window?.zh}）`,
    ` (technician ${plan?.technician}, agreed for ${window?.en})`,
  );
  return { ...section, more };
}
