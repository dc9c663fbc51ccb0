import { localDate, type Instant } from '@app/kernel';
import type { FindingEvent } from '@app/findings';
import type { Recorded } from '@app/projections';
import { isOfCase, isOfComplaint, isOfFigures, isOfTicket } from './appraised-events.js';
import type { Appraised, OfCase, OfTicket } from './appraised-events.js';
import { complaintAfter, type ComplaintSubject } from './from-complaints.js';
import { isOfPaper, paperAfter, paperKey, type PaperSubject } from './from-paper.js';

/** Who is on a ticket, and what its first visit came to. */
export interface TicketSubject {
  /** Responsible for each visit, by its number. */
  readonly technicians: Readonly<Record<string, string>>;
  /** Responsible for the visit that is under way or comes next; absent: nobody is sent. */
  readonly sent?: string;
  /** The first visit to whom the customer opened, and the last. */
  readonly first?: number;
  readonly last?: number;
  readonly fix?: FirstVisit;
}

/** Whether the first visit brought the repair; of the month in which the ticket was first repaired. */
export interface FirstVisit {
  readonly employee: string;
  readonly month: string;
  readonly fixed: boolean;
}

/** What a case or a finding is about, with which its later events are put down. */
export interface FactsSubject {
  readonly employee: string;
  readonly month: string;
  readonly happenedAt: Instant;
  readonly article: string;
  /** The clause of a case, the code of a finding. */
  readonly what: string;
  readonly points: number;
}

/** Of what an event is, and so under which key that is remembered; nothing of figures that say all themselves. */
export function subjectsOf(event: Recorded<Appraised>): readonly string[] {
  if (isOfFigures(event)) return isOfPaper(event) ? [paperKey(event)] : [];
  if (isOfTicket(event) || isOfComplaint(event)) return [event.stream];
  return [isOfCase(event) ? caseKey(event) : findingKey(event)];
}

export function caseKey({ stream, data }: Recorded<OfCase>): string {
  return `${stream}#${data.case}`;
}

export function findingKey({ stream, data }: Recorded<FindingEvent>): string {
  return `${stream}/${data.finding}`;
}

/** What is remembered after an event; undefined: nothing was, and nothing is. */
export function remembered(
  before: object | undefined,
  event: Recorded<Appraised>,
): object | undefined {
  if (isOfFigures(event))
    return isOfPaper(event) ? paperAfter(before as PaperSubject | undefined, event) : before;
  if (isOfTicket(event)) return ticketAfter((before as TicketSubject | undefined) ?? NONE, event);
  if (isOfComplaint(event)) return complaintAfter(before as ComplaintSubject | undefined, event);
  if (isOfCase(event)) return caseAfter(before as FactsSubject | undefined, event);
  return findingAfter(before as FactsSubject | undefined, event);
}

/** The month of the business zone in which something happened: 当月. */
export function monthOf(at: Instant): string {
  return localDate(at).slice(0, 'YYYY-MM'.length);
}

const NONE: TicketSubject = { technicians: {} };

function ticketAfter(before: TicketSubject, event: Recorded<OfTicket>): TicketSubject {
  switch (event.type) {
    case 'VisitScheduled':
    case 'VisitRescheduled': {
      const { visit, technician } = event.data;
      const technicians = { ...before.technicians, [visit]: technician };
      return { ...before, technicians, sent: technician };
    }
    case 'VisitCancelled':
      return without(before, 'sent');
    case 'TechnicianArrived':
      return arrived(before, event.data.visit);
    case 'CustomerAbsent':
      return before.first === event.data.visit && event.data.technician === undefined
        ? without(before, 'first')
        : before;
    case 'RepairCompleted':
      return repaired(before, event);
    case 'TicketReopened': {
      const { fix } = before;
      return without({ ...before, ...(fix && { fix: { ...fix, fixed: false } }) }, 'sent');
    }
    default:
      return before;
  }
}

function arrived(before: TicketSubject, visit: number): TicketSubject {
  const sent = before.technicians[visit];
  return { ...before, ...(sent && { sent }), first: before.first ?? visit, last: visit };
}

function repaired(
  before: TicketSubject,
  { data, occurredAt }: Recorded<Extract<OfTicket, { type: 'RepairCompleted' }>>,
): TicketSubject {
  const { first = data.visit, fix } = before;
  const employee = fix?.employee ?? before.technicians[first];
  if (employee === undefined) return before;
  const fixed = data.visit === first && data.restored;
  return { ...before, fix: { employee, month: fix?.month ?? monthOf(occurredAt), fixed } };
}

function without(subject: TicketSubject, name: 'sent' | 'first'): TicketSubject {
  const { [name]: _gone, ...rest } = subject;
  return rest;
}

function caseAfter(
  before: FactsSubject | undefined,
  event: Recorded<OfCase>,
): FactsSubject | undefined {
  switch (event.type) {
    case 'CaseOpened': {
      const { employee, article, clause: what, happenedAt } = event.data;
      return { employee, article, what, happenedAt, month: monthOf(happenedAt), points: 0 };
    }
    case 'ActDecided':
    case 'ActReduced':
      return before && { ...before, points: event.data.points };
    case 'ActTakenOver': {
      const { employee, article, clause: what, happenedAt, points } = event.data;
      return { employee, article, what, happenedAt, month: monthOf(happenedAt), points };
    }
    case 'ActTakenBack':
    case 'ActRevoked':
      return before;
  }
}

function findingAfter(
  before: FactsSubject | undefined,
  { type, data, occurredAt: happenedAt }: Recorded<FindingEvent>,
): FactsSubject | undefined {
  if (type !== 'FindingRecorded') return before;
  const { person: employee, article, code: what } = data;
  if (employee === undefined) return undefined;
  return { employee, article, what, happenedAt, month: monthOf(happenedAt), points: 0 };
}
