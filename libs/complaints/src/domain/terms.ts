import { recordFindings, withdrawFindings } from '@app/findings';
import {
  broken,
  dueAt,
  instant,
  isUnknown,
  minutesBetween,
  plusMinutes,
  type Command,
  type Instant,
  type WorkingCalendar,
} from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import { evolve } from './complaint.evolve.js';
import type { ComplaintEvent, ComplaintTermSet } from './complaint.events.js';
import type { Begun, Complaint, Term } from './complaint.state.js';
import type { ComplaintTerm } from './complaint.values.js';
import { found } from './found.js';

const ARTICLES = { acknowledge: 'R7', answer: 'R9' } as const;
const RULES = { acknowledge: found.acknowledgedInTime, answer: found.answeredInTime } as const;

/** From here on a term has run out: the second in which it is due still counts. */
export function lapseOf(due: Instant): Instant {
  return instant(Date.parse(due) + 1_000);
}

/** The terms of a round, from its first moment on; nobody anonymous is apologised to. */
export function termsSet(
  command: Command,
  { complaint, anonymous }: Pick<Begun, 'complaint' | 'anonymous'>,
  round: number,
  calendar: WorkingCalendar,
): ComplaintTermSet[] {
  const terms = anonymous ? (['answer'] as const) : (['acknowledge', 'answer'] as const);
  return terms.map((term) => {
    const data = { complaint, term, round, ...runs(term, command.occurredAt, calendar) };
    return happened(command, 'ComplaintTermSet', data, [ARTICLES[term]]);
  });
}

/** When a term runs out by the settings in force as it begins, or which year has to be published before that is known. */
function runs(term: ComplaintTerm, from: Instant, calendar: WorkingCalendar) {
  const { acknowledgeWithin, answerWithin, warnPercent } = policyAt(from).complaints;
  const due =
    term === 'acknowledge'
      ? plusMinutes(from, acknowledgeWithin)
      : dueAt(calendar, { after: from, workingDays: answerWithin });
  if (isUnknown(due)) return { from, awaits: due.unknownYear };
  const warnAt = plusMinutes(from, (minutesBetween(from, due) * warnPercent) / 100);
  return { from, due, warnAt };
}

/**
 * What is to be said of the terms after what has just happened: that one will run out soon, was kept, was missed,
 * or was kept after all, as what came in time was told late.
 *
 * @param now the moment as of which a term has run out; default: when the command was heard of
 */
export function withTerms(
  command: Command,
  before: Complaint,
  events: readonly ComplaintEvent[],
  now: Instant = command.receivedAt ?? command.occurredAt,
): readonly ComplaintEvent[] {
  const after = events.reduce(evolve, before);
  if (after.status === 'none') return events;
  return [...events, ...said(command, after, now)];
}

function said(command: Command, complaint: Begun, now: Instant): ComplaintEvent[] {
  let state: Complaint = complaint;
  const all: ComplaintEvent[] = [];
  for (const term of ['acknowledge', 'answer'] as const) {
    const more: ComplaintEvent[] = saidOf(command, state as Begun, term, now);
    all.push(...more);
    state = more.reduce(evolve, state);
  }
  return all;
}

function saidOf(
  command: Command,
  complaint: Begun,
  name: ComplaintTerm,
  now: Instant,
): ComplaintEvent[] {
  const term = complaint.terms[name];
  if (term?.due === undefined || term.verdict === 'ended') return [];
  const { due } = term;
  const of = { complaint: complaint.complaint, term: name, round: complaint.round, due };
  const doneAt = doneOf(complaint, name);
  const verdict = verdictOf(doneAt, due, now);
  if (verdict === term.verdict || verdict === 'running') return warned(command, term, of, now);
  const place = { round: complaint.round };
  if (verdict === 'kept') {
    const kept = happened(command, 'ComplaintTermKept', of, [ARTICLES[name]]);
    const disproved = { rules: [RULES[name]], place, since: due };
    return [kept, ...withdrawFindings(command, complaint, disproved, kept)];
  }
  const missed = happened(command, 'ComplaintTermMissed', of, [ARTICLES[name]]);
  const late = broken([RULES[name]], { verdict });
  return [missed, ...recordFindings(command, complaint, late, place)];
}

/** When what the term runs for was done; absent: it was not. */
function doneOf({ apology, answer, anonymous, closed }: Begun, term: ComplaintTerm) {
  if (term === 'acknowledge') return apology?.at;
  return answer?.at ?? (anonymous ? closed?.at : undefined);
}

function verdictOf(doneAt: Instant | undefined, due: Instant, now: Instant): Term['verdict'] {
  if (doneAt !== undefined) return doneAt < lapseOf(due) ? 'kept' : 'missed';
  return now >= lapseOf(due) ? 'missed' : 'running';
}

function warned(
  command: Command,
  { warned: before, warnAt, verdict, due = '' }: Term,
  of: { complaint: string; term: ComplaintTerm; round: number; due: Instant },
  now: Instant,
): ComplaintEvent[] {
  if (before || verdict !== 'running' || warnAt === undefined || now < warnAt || now > due)
    return [];
  return [happened(command, 'ComplaintTermWarned', of, [ARTICLES[of.term]])];
}

/** The terms that waited for a year of the calendar and wait no more. */
export function termsKnown(
  command: Command,
  complaint: Begun,
  calendar: WorkingCalendar,
): ComplaintTermSet[] {
  const term = complaint.terms.answer;
  if (term?.awaits === undefined || term.verdict === 'ended') return [];
  const data = {
    ...({ complaint: complaint.complaint, term: 'answer', round: complaint.round } as const),
    ...runs('answer', term.from, calendar),
  };
  if (data.due === undefined && data.awaits === term.awaits) return [];
  return [happened(command, 'ComplaintTermSet', data, ['R9'])];
}
