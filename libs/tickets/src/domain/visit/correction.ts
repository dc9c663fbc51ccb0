import { withdrawFindings, type Found } from '@app/findings';
import {
  broken,
  enforce,
  Forbidden,
  Invalid,
  NotFound,
  NotPossible,
  type Command,
  type Instant,
} from '@app/kernel';
import { toldLate } from '@app/policy';
import { closedTicketStaysClosed } from '../rules/closed-ticket-stays-closed.js';
import { notBefore, requireTicket, visitOf } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { standingAt } from './standing.js';
import { hasArrived, type VisitSinceArrival } from './visit.state.js';
import type { WorkEntry } from './work-entries.js';
import { premature, signatures } from './work.preconditions.js';

type Kind = WorkEntry['kind'];
type CorrectEntry = Command<string, { readonly entry: number; readonly withdrawn?: boolean }>;

/** What a correction is about. */
export interface Corrected<E extends WorkEntry = WorkEntry> {
  readonly open: OpenedTicket;
  readonly visit: VisitSinceArrival;
  readonly entry: E;
}

/**
 * A ticket on which something can still be set right: until it is closed. What was set right before
 * that and is told afterwards is stored.
 *
 * @throws Refused [R10] it is closed
 */
export function requireCorrectableTicket(command: Command, ticket: Ticket): OpenedTicket {
  const open = requireTicket(ticket);
  const { TicketClosed: closedAt = '' } = open.stepsAt;
  if (!toldLate(command) || command.occurredAt > closedAt) enforce([closedTicketStaysClosed], open);
  return open;
}

/**
 * The entry of that number, with its visit.
 *
 * @throws what `requireCorrectableTicket` throws; NotFound there is no such entry of that kind; NotPossible it was withdrawn;
 * Forbidden it is another technician's; Invalid it is dated before the entry
 */
export function entryToCorrect<K extends Kind>(
  command: CorrectEntry,
  ticket: Ticket,
  kind: K,
): Corrected<Extract<WorkEntry, { kind: K }>> {
  const open = requireCorrectableTicket(command, ticket);
  const entry = open.entries.find(
    (each): each is Extract<WorkEntry, { kind: K }> =>
      each.entry === command.data.entry && each.kind === kind,
  );
  const visit = entry && visitOf(open, entry.visit);
  if (!entry || !visit || !hasArrived(visit)) throw unknownEntry(kind);
  if (entry.withdrawn) {
    throw new NotPossible(
      'entry-withdrawn',
      { zh: '该项登记已撤回', en: 'this entry was withdrawn before' },
      '/entry',
    );
  }
  ownEntry(command, entry);
  notBefore(command, entry.changedAt);
  return { open, visit, entry };
}

/** Technicians set right what is in their own name; the office, anybody's. */
function ownEntry({ actor }: Command, { technician }: WorkEntry): void {
  if (actor.role !== 'technician' || [actor.id, actor.onBehalfOf].includes(technician)) return;
  throw new Forbidden('not-your-entry', {
    zh: '这项登记是另一位技术员的',
    en: "this entry is another technician's",
  });
}

function unknownEntry(kind: Kind): NotFound {
  const what = kind === 'labour' ? { zh: '工时', en: 'labour' } : { zh: '配件', en: 'parts' };
  return new NotFound(
    'unknown-entry',
    { zh: `工单没有这一项${what.zh}登记`, en: `the ticket has no such entry of ${what.en}` },
    '/entry',
  );
}

/** @throws Invalid what is withdrawn is given other values as well · NotPossible nothing is said anew */
export function somethingCorrected(withdrawn: boolean, changes: readonly boolean[]): void {
  if (withdrawn && changes.length > 0) {
    throw new Invalid(
      'withdrawn-and-corrected',
      { zh: '撤回与更正不能同时进行', en: 'an entry is withdrawn or set right, and not both' },
      '/withdrawn',
    );
  }
  if (withdrawn || changes.includes(true)) return;
  throw nothingCorrected();
}

/** What is asked says nothing that is not on the ticket already. */
export function nothingCorrected(): NotPossible {
  return new NotPossible('nothing-corrected', {
    zh: '更正前后的内容相同',
    en: 'this is what the ticket says already',
  });
}

/** The right values, as though they were told now of then: what was a duty then is found, and not refused. */
export function asOf<C extends Command>(command: C, occurredAt: Instant): C {
  const { occurredAt: now, receivedAt = now } = command;
  return { ...command, occurredAt, receivedAt };
}

/** The findings that an entry brought, and that still stand: those at its own time, of whoever it names. */
export function findingsOf(
  { findings }: Pick<OpenedTicket, 'findings'>,
  { visit, technician, at }: WorkEntry,
  rules: readonly Found[],
): OpenedTicket['findings'] {
  return findings.filter(
    (each) =>
      each.visit === visit &&
      each.person === technician &&
      each.foundAt === at &&
      each.status !== 'withdrawn' &&
      rules.some(({ code }) => code === each.code),
  );
}

/** Withdraws those of an entry's findings whose rules are kept by what it says now. */
export function entryDisproves(
  command: Command,
  { open, visit, entry }: Corrected,
  kept: readonly Found[],
  by: TicketEvent,
): TicketEvent[] {
  const lacking = lackedByOthers({ open, visit, entry });
  const rules = kept.filter(({ code }) => !lacking.some((each) => each.code === code));
  const findings = findingsOf(open, entry, rules);
  const place = { visit: entry.visit };
  return withdrawFindings(command, { findings }, { rules, place, since: entry.at }, by);
}

/** An omission is found once: what other work of the same person lacked as well stays found (V11, V13, V17, R10). */
function lackedByOthers({ open, visit, entry }: Corrected): readonly Found[] {
  return open.entries
    .filter((each) => each.entry !== entry.entry && !each.withdrawn)
    .filter((each) => each.visit === entry.visit && each.technician === entry.technician)
    .flatMap((each) => {
      const { from, until } =
        each.kind === 'labour' ? each.span : { from: each.at, until: each.at };
      return [...broken(signatures, standingAt(visit, until)), ...premature(visit, from)];
    });
}
