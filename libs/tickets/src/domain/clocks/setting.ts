import type { Command, Instant } from '@app/kernel';
import { happened } from '@app/policy';
import type { SlaTerms } from '../ticket/ticket.commands.js';
import type { IntakeSource, SlaClock } from '../ticket/ticket.values.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { roundOf, type ClockFact } from './clock-facts.js';
import type { SlaDeadlineSet, WorkingTerms } from './clock.events.js';
import { readingOf, type Deadline } from './deadline.js';
import { reckon } from './reckoning.js';

/** What is no report of a fault: planned maintenance, and who comes or writes (B2 speaks of calls). */
const NO_REPORT: readonly IntakeSource[] = ['walk-in', 'letter', 'periodic-maintenance'];

/** What was reported, and how. */
interface Report {
  readonly source: IntakeSource;
  /** Raised to one, also what was no report is a fault that has to be dealt with in time (B3). */
  readonly emergency?: boolean;
  readonly lineFault: boolean;
}

/**
 * Which clocks run (B2): response for every reported fault, restoration for an ordinary line fault, and
 * for others where a contract has terms of its own.
 */
export function clocksFor(
  { source, emergency = false, lineFault }: Report,
  { terms }: SlaTerms,
): SlaClock[] {
  if (NO_REPORT.includes(source) && !emergency) return [];
  return lineFault || terms !== 'default' ? ['response', 'restoration'] : ['response'];
}

/** From when on a clock counts, and what is not to become of it. */
interface Start {
  readonly round: number;
  readonly from: Instant;
  readonly noSooner?: Instant;
  readonly reason?: string;
  /** What has happened since; default: nothing that bears on it. */
  readonly facts?: readonly ClockFact[];
}

/** A clock is set under these terms, which judge it from then on, whatever becomes of them (B2). */
export function deadlineSet(
  command: Command,
  clock: SlaClock,
  sla: SlaTerms,
  { reason, facts = [], ...start }: Start,
): SlaDeadlineSet {
  const { terms, edition, warnPercent, working, [clock]: minutes } = sla;
  const within = working && { working };
  const set = { clock, ...start, terms, edition, minutes, warnPercent, ...within };
  const reading = readingOf(reckon(set, facts, command.occurredAt));
  const data = { ...set, ...reading, ...(reason !== undefined && { reason }) };
  return happened(command, 'SlaDeadlineSet', data, ['B2']);
}

/**
 * What was no report of a fault turns out to be an emergency: its clocks run from the raising on. Those
 * of what was reported run since the call.
 */
export function clocksOfEmergency(
  command: Command,
  ticket: OpenedTicket,
  sla: SlaTerms,
): readonly SlaDeadlineSet[] {
  const { clockFacts: facts, status } = ticket;
  if (status !== 'open' || isReported(ticket)) return [];
  const start = { round: roundOf(facts), from: command.occurredAt, facts };
  const report = { ...ticket, emergency: true };
  return clocksFor(report, sla).map((clock) => deadlineSet(command, clock, sla, start));
}

/** A ticket goes on that had ended: its clocks begin anew, from then on. */
export function clocksAnew(
  command: Command,
  ticket: OpenedTicket,
  sla: SlaTerms,
): readonly SlaDeadlineSet[] {
  const start = { round: roundOf(ticket.clockFacts) + 1, from: command.occurredAt };
  return clocksFor(ticket, sla).map((clock) => deadlineSet(command, clock, sla, start));
}

/**
 * The clocks that still run go by other terms, from the call or the reopening on. Terms that are the
 * same change nothing, and others make no moment a breach that was none when it passed (B2).
 */
export function underOtherTerms(
  command: Command,
  ticket: OpenedTicket,
  sla: SlaTerms,
  reason?: string,
): SlaDeadlineSet[] {
  if (ticket.status !== 'open') return [];
  const { occurredAt: now } = command;
  const { clockFacts: facts } = ticket;
  return clocksFor(ticket, sla).flatMap((clock) => {
    const current = ticket.deadlines[clock];
    const start = current ?? ticket.deadlines.response;
    const decided = reason !== undefined;
    if (!start || (current && !changes(command, ticket, current, { sla, decided }))) return [];
    const { round, from } = start;
    const set = deadlineSet(command, clock, sla, { round, from, facts });
    const stood = current && current.due < now ? current.due : now;
    const because = reason === undefined ? {} : { reason };
    if (set.data.due >= stood) return [{ ...set, data: { ...set.data, ...because } }];
    return [deadlineSet(command, clock, sla, { round, from, facts, noSooner: stood, ...because })];
  });
}

/** Its clocks were set since the call or the last reopening; a contract may add one, which counts from when they do. */
function isReported({ deadlines, clockFacts }: OpenedTicket): boolean {
  return deadlines.response?.round === roundOf(clockFacts);
}

/** A later edition of the working calendar is no other terms, unless somebody decides that it judges. */
function changes(
  { occurredAt }: Command,
  { clockFacts }: OpenedTicket,
  current: Deadline,
  { sla, decided }: { readonly sla: SlaTerms; readonly decided: boolean },
): boolean {
  const { verdict } = reckon(current, clockFacts, occurredAt);
  if (verdict !== 'running' || current.verdict !== 'running') return false;
  const { terms, edition, working, [current.clock]: minutes } = sla;
  if (decided && editionsOf(working) !== editionsOf(current.working)) return true;
  return current.terms !== terms || current.edition !== edition || current.minutes !== minutes;
}

function editionsOf({ years }: Pick<WorkingTerms, 'years'> = { years: [] }): string {
  return years.map(({ year, edition }) => `${year}/${edition}`).join();
}
