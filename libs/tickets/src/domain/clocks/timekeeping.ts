import { recordFindings, withdrawFindings } from '@app/findings';
import { broken, minutesBetween, type Command, type DomainEvent, type Instant } from '@app/kernel';
import { cameToLight, happened, type ArticleId } from '@app/policy';
import { found } from '../ticket/found.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import type {
  ClockEvent,
  EventNamed,
  Pause,
  PauseReason,
  Reading,
  SlaDeadlineSet,
  Verdict,
} from './clock.events.js';
import { allDeadlines, isUnjudged, readingOf, type Deadline } from './deadline.js';
import { reckon, type Reckoning } from './reckoning.js';
import { lapseOf, runBetween } from './running-time.js';

const RULES = { response: found.respondsInTime, restoration: found.restoresInTime } as const;

/** Rounds before the present one are judged as well: what is told late may speak of them. */
const MOST_NEWS = 100;

/**
 * What there is to say of the clocks that has not been said: it is the difference between what the
 * history makes of them at the command's moment and what the ticket has said so far. Said once, there
 * is no difference any more, so whoever asks again is answered with nothing.
 *
 * What time alone brings happened at its own moment, whoever notices it; the correction of a verdict
 * came to light with what shows it.
 *
 * @param shownBy what the command tells; absent: nothing but the time has passed
 */
export function timekept(
  command: Command,
  ticket: Ticket,
  shownBy?: Pick<DomainEvent, 'type' | 'occurredAt'>,
): readonly TicketEvent[] {
  if (ticket.status === 'none') return [];
  const now = momentOf(command, ticket);
  if (!shownBy && allDeadlines(ticket).every((each) => isQuiet(each, now))) return [];
  const said: TicketEvent[] = [];
  let current = ticket;
  while (said.length < MOST_NEWS) {
    const [first] = allDeadlines(current)
      .flatMap((deadline) => newsOf(command, current, { deadline, now, shownBy }))
      .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
    if (!first) return said;
    const events = [first, ...findingsOf(command, current, first)];
    said.push(...events);
    current = events.reduce(evolve, current as Ticket) as OpenedTicket;
  }
  return said;
}

/**
 * Time alone has nothing to say of the clock until then: it is judged, stands still, or neither its
 * warning nor its deadline has come. So most steps need not go through the ticket's history.
 */
function isQuiet(deadline: Deadline, now: Instant): boolean {
  const { verdict, pause, due, warnedAt, awaits } = deadline;
  if (verdict !== 'running') return true;
  if (pause) return pause.until === null || now < pause.until;
  const mayLapse = awaits === undefined && now >= lapseOf(due);
  return !mayLapse && (warnedAt !== undefined || !warns(deadline, now));
}

/** A warning that awaits a year is not given at the earliest moment that it could be. */
function warns({ warnAt, due, awaits }: Reading, now: Instant): boolean {
  return warnAt <= now && (awaits === undefined || warnAt < due);
}

/** What is told late does not put the clocks back: they have shown more than that. */
export function momentOf({ occurredAt }: Command, ticket: OpenedTicket): Instant {
  const shown = allDeadlines(ticket).map(({ spokeAt }) => spokeAt);
  return [occurredAt, ...shown].sort().at(-1)!;
}

interface Asked {
  readonly deadline: Deadline;
  readonly now: Instant;
  readonly shownBy: Pick<DomainEvent, 'type' | 'occurredAt'> | undefined;
}

/** The next that is to be said of one clock; nothing where all has been said. */
function newsOf(command: Command, ticket: OpenedTicket, asked: Asked): readonly ClockEvent[] {
  const { deadline, now } = asked;
  const reckoning = reckon(deadline, ticket.clockFacts, now);
  const news =
    warning(command, deadline, reckoning, now) ??
    standstill(command, deadline, reckoning, now) ??
    verdict(command, asked, reckoning);
  return news ? [news] : [];
}

function ofClock({ clock, round }: Deadline) {
  return { clock, round };
}

function at(command: Command, occurredAt: Instant): Command {
  return { ...command, occurredAt };
}

/** Most of the time is used up. Who came before that, or was told of it, is not warned. */
function warning(
  command: Command,
  deadline: Deadline,
  reckoning: Reckoning,
  now: Instant,
): ClockEvent | undefined {
  const { warnAt, due, awaits, verdict, by, pause } = reckoning;
  const open = isUnjudged(deadline) && deadline.warnedAt === undefined;
  if (!open || pause || !warns(reckoning, now) || verdict === 'ended') return undefined;
  if (by && by.occurredAt <= warnAt) return undefined;
  const data = { ...ofClock(deadline), due, ...(awaits !== undefined && { awaits }) };
  return happened(at(command, warnAt), 'SlaWarned', data, ['B2']);
}

/** It stands still, runs again, or is due at another hour than was said. */
function standstill(
  command: Command,
  deadline: Deadline,
  reckoning: Reckoning,
  now: Instant,
): ClockEvent | undefined {
  const { pause: before } = deadline;
  const { pause } = reckoning;
  if (pause) return paused(command, deadline, { ...reckoning, pause }, now);
  if (reckoning.verdict === 'ended') return undefined;
  if (before) return resumed(command, deadline, reckoning, before);
  const { due, awaits } = reckoning;
  if (due === deadline.due && awaits === deadline.awaits) return undefined;
  return moved(command, deadline, reckoning);
}

function paused(
  command: Command,
  deadline: Deadline,
  { pause, ...reading }: Reckoning & { readonly pause: Pause },
  now: Instant,
): ClockEvent | undefined {
  if (deadline.pause && same(deadline.pause, pause)) return undefined;
  const goesOn = pause.until ?? now;
  const { due } = reading;
  const remaining = Math.round(
    due < goesOn ? -minutesBetween(due, goesOn) : runBetween(goesOn, due, deadline.working),
  );
  const data = { ...ofClock(deadline), ...readingOf(reading), pause, remaining };
  return happened(at(command, pause.since), 'SlaPaused', data, articlesOf(pause.why));
}

function resumed(
  command: Command,
  deadline: Deadline,
  reading: Reading,
  before: Pause,
): ClockEvent {
  const ended = reading.pauses.find(({ since }) => since === before.since);
  const data = { ...ofClock(deadline), ...readingOf(reading), why: before.why };
  const when = at(command, ended?.until ?? before.since);
  return happened(when, 'SlaResumed', data, articlesOf(before.why));
}

/** What is told late of pauses that are over moves a deadline when it comes to light, as does a year that is published. */
export function moved(command: Command, deadline: Deadline, reading: Reading): SlaDeadlineSet {
  const { clock, round, from, terms, edition, minutes, warnPercent, noSooner, working } = deadline;
  const set = { clock, round, from, terms, edition, minutes, warnPercent };
  const bound = noSooner === undefined ? {} : { noSooner };
  const within = working && { working };
  const when = at(command, cameToLight(command, from));
  const data = { ...set, ...within, ...readingOf(reading), ...bound };
  return happened(when, 'SlaDeadlineSet', data, []);
}

/** Pauses are the house's own, but for the interruption of work, of which V19 speaks. */
function articlesOf(why: PauseReason): readonly ArticleId[] {
  return why === 'work-suspended' ? ['V19'] : [];
}

function same(one: Pause, other: Pause): boolean {
  return one.since === other.since && one.until === other.until && one.why === other.why;
}

/** It is met or breached, or turns out to be other than was said. */
function verdict(
  command: Command,
  { deadline, shownBy }: Asked,
  { verdict, by, ...reckoning }: Reckoning,
): ClockEvent | undefined {
  if (verdict === deadline.verdict && !isMetLater(by, deadline)) return undefined;
  const data = { ...ofClock(deadline), ...readingOf(reckoning) };
  if (isUnjudged(deadline)) {
    if (verdict === 'breached')
      return happened(at(command, lapseOf(data.due)), 'SlaBreached', data, ['B2']);
    if (!by) return undefined;
    // Who was there already meets it as it begins to count.
    const met = by.occurredAt < deadline.from ? deadline.from : by.occurredAt;
    return happened(at(command, met), 'SlaMet', { ...data, by }, ['B2']);
  }
  const { judgedBy: corrects } = deadline;
  if (!shownBy || !corrects) return undefined;
  const { type, occurredAt } = shownBy;
  const corrected = {
    ...data,
    corrects,
    verdict,
    ...(by && { by }),
    shownBy: { type, occurredAt },
  };
  const when = cameToLight(command, corrects.occurredAt);
  return happened(at(command, when), 'SlaCorrected', corrected, ['B2']);
}

/** What was taken to have met it was disproved, and something else met it in time all the same. */
function isMetLater(by: EventNamed | undefined, { verdict, by: held }: Deadline): boolean {
  return (
    verdict === 'met' && by !== undefined && held !== undefined && by.occurredAt > held.occurredAt
  );
}

/** A breach is found against the plan, and against nobody (B2); a corrected one is withdrawn, reviewed or not. */
function findingsOf(
  command: Command,
  ticket: OpenedTicket,
  event: ClockEvent,
): readonly TicketEvent[] {
  if (event.type !== 'SlaBreached' && event.type !== 'SlaCorrected') return [];
  const { clock, round } = event.data;
  const place = { clock, round };
  const verdict: Verdict = event.type === 'SlaBreached' ? 'breached' : event.data.verdict;
  const late = broken([RULES[clock]], { verdict });
  if (late.length > 0) return recordFindings(at(command, event.occurredAt), ticket, late, place);
  if (event.type === 'SlaBreached') return [];
  const disproved = { rules: [RULES[clock]], place, since: ticket.openedAt };
  return withdrawFindings(command, ticket, disproved, event.data.shownBy);
}
