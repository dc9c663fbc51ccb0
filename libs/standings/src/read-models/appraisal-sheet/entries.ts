import type { Recorded, Seen } from '@app/projections';
import type { FindingEvent } from '@app/findings';
import type { Verdict } from '@app/tickets';
import type { FiguresEvent } from '../../contract.js';
import { daysOf } from '../../domain/figures/days.js';
import { monthsOf } from '../../domain/figures/months.js';
import { subjectOf } from '../../domain/standing.state.js';
import { AppraisalSubjectRow, type AppraisalEntryRow } from './appraisal-sheet.row.js';
import { isOfCase, isOfComplaint, isOfFigures, isOfTicket } from './appraised-events.js';
import type { Appraised, OfCase, OfTicket } from './appraised-events.js';
import { ofComplaint, type ComplaintSubject } from './from-complaints.js';
import { isOfPaper, ofPaper, paperKeysOf } from './from-paper.js';
import {
  caseKey,
  findingKey,
  monthOf,
  subjectsOf,
  type FactsSubject,
  type TicketSubject,
} from './subjects.js';

/** What an entry says; where it comes from says its event. */
type Said = Pick<AppraisalEntryRow, 'subject' | 'employee' | 'month' | 'kind' | 'amount'> &
  Partial<Pick<AppraisalEntryRow, 'what' | 'article' | 'happenedAt' | 'shown'>>;

/** The entries that an event may make: one, and of figures one for each month. */
export function entryKeysOf(event: Recorded<Appraised>): readonly string[] {
  const position = event.position.toString();
  if (!isOfFigures(event)) return [position];
  if (isOfPaper(event)) return paperKeysOf(event);
  return monthsOf(event).map((month) => `${position}:${month}`);
}

/** The entry of an event; undefined where no sheet says anything of it. */
export function entryOf(
  event: Recorded<Appraised>,
  id: string,
  seen: Seen,
): AppraisalEntryRow | undefined {
  const said = saidOf(event, id, seen);
  // Users who are no employees have no sheet.
  if (!said || said.employee.includes(':')) return undefined;
  const { occurredAt, recordedAt, position, stream, version, type } = event;
  return {
    id,
    what: null,
    article: null,
    happenedAt: occurredAt,
    shown: true,
    ...said,
    recordedAt,
    position: position.toString(),
    stream,
    version,
    type,
  };
}

type KeptFigures = Exclude<
  FiguresEvent,
  { type: 'OpeningFiguresEntered' | 'OpeningFiguresApproved' }
>;

function saidOf(event: Recorded<Appraised>, id: string, seen: Seen): Said | undefined {
  if (isOfFigures(event))
    return isOfPaper(event)
      ? ofPaper(event, id, seen)
      : ofFigures(event, id.slice(id.indexOf(':') + 1));
  const [key] = subjectsOf(event);
  const subject = seen(AppraisalSubjectRow, key!)?.state;
  if (subject === undefined) return undefined;
  if (isOfTicket(event)) return ofTicket(event, subject as TicketSubject);
  if (isOfComplaint(event)) return ofComplaint(event, subject as ComplaintSubject);
  const facts = subject as FactsSubject;
  return isOfCase(event) ? ofCase(event, facts) : ofFinding(event, facts);
}

function ofFigures(event: Recorded<KeptFigures>, month: string): Said | undefined {
  const { stream, position, type, data } = event;
  const { employee } = subjectOf(stream);
  switch (type) {
    case 'TargetsSet': {
      const amount = data.months.find((each) => each.month === month)!.amount;
      const subject = `${stream}#target-${data.of}-${month}`;
      return { subject, employee, month, kind: 'target', what: data.of, amount };
    }
    case 'ResultCounted':
    case 'ResultAdjusted': {
      const subject = `${stream}#result-${position}`;
      return { subject, employee, month, kind: 'result', what: data.of, amount: data.amount };
    }
    case 'FiguresProposed':
    case 'FiguresRefused':
    case 'AbsenceCounted':
    case 'AbsenceLifted':
      return undefined;
    case 'LeaveRecorded':
    case 'LeaveWithdrawn': {
      const amount = String(daysOf(data).filter((day) => day.startsWith(month)).length);
      const subject = `${stream}#leave-${data.leave}-${month}`;
      const shown = type === 'LeaveRecorded';
      return { subject, employee, month, kind: 'leave', amount, shown };
    }
  }
}

function ofCase(event: Recorded<OfCase>, facts: FactsSubject): Said | undefined {
  if (event.type === 'CaseOpened') return undefined;
  const { points, ...of } = facts;
  const shown = event.type !== 'ActRevoked' && event.type !== 'ActTakenBack';
  return { ...of, subject: caseKey(event), kind: 'points', amount: String(points), shown };
}

/** Upheld, it goes to the sheet of the month in which it happened; whatever follows takes it off. */
function ofFinding(event: Recorded<FindingEvent>, facts: FactsSubject): Said | undefined {
  if (event.type === 'FindingRecorded') return undefined;
  const { points: _none, ...of } = facts;
  const shown = event.type === 'FindingUpheld';
  return { ...of, subject: findingKey(event), kind: 'finding', amount: '1', shown };
}

function ofTicket(event: Recorded<OfTicket>, ticket: TicketSubject): Said | undefined {
  const { type, stream, occurredAt, version } = event;
  switch (type) {
    case 'RepairCompleted':
    case 'TicketReopened':
      return ofFirstVisit(stream, ticket);
    case 'ServiceRecordSigned': {
      const { visit, satisfaction } = event.data;
      const employee = ticket.technicians[visit];
      if (employee === undefined) return undefined;
      const subject = `${stream}#rating-${visit}`;
      const month = monthOf(occurredAt);
      return { subject, employee, month, kind: 'rating', amount: String(satisfaction) };
    }
    case 'FollowUpMade': {
      const employee = ticket.technicians[ticket.last ?? 0];
      if (employee === undefined) return undefined;
      const subject = `${stream}#follow-up-${version}`;
      const amount = event.data.satisfied ? '1' : '0';
      return { subject, employee, month: monthOf(occurredAt), kind: 'follow-up', amount };
    }
    case 'SlaMet':
    case 'SlaBreached':
    case 'SlaCorrected':
      return ofClock(event, ticket);
    default:
      return undefined;
  }
}

function ofFirstVisit(stream: string, { fix }: TicketSubject): Said | undefined {
  if (!fix) return undefined;
  const { employee, month, fixed } = fix;
  const subject = `${stream}#first-visit`;
  return { subject, employee, month, kind: 'first-visit', amount: fixed ? '1' : '0' };
}

type OfClock = Extract<OfTicket, { type: 'SlaMet' | 'SlaBreached' | 'SlaCorrected' }>;

/** By whom a clock is met who come to the customer. */
const ON_SITE: readonly string[] = ['TechnicianArrived', 'RepairCompleted'];

/**
 * A clock is found against the plan (B2); on a sheet it counts for whoever was sent, or whose advice settled
 * it. Where nobody was sent it counts for nobody.
 */
function ofClock(event: Recorded<OfClock>, ticket: TicketSubject): Said | undefined {
  const { stream, occurredAt, data } = event;
  const verdict = verdictOf(event);
  const by = 'by' in data ? data.by : undefined;
  const employee = verdict === 'met' ? keptBy(event, by, ticket) : ticket.sent;
  if (employee === undefined) return undefined;
  const { clock: what, round } = data;
  const happenedAt = by?.occurredAt ?? (verdict === 'breached' ? data.due : occurredAt);
  return {
    subject: `${stream}#${what}-${round}`,
    employee,
    month: monthOf(happenedAt),
    kind: 'clock',
    what,
    article: 'B2',
    happenedAt,
    amount: verdict === 'met' ? '1' : '0',
    shown: verdict === 'met' || verdict === 'breached',
  };
}

/** Whoever was sent and came, or whose advice settled it. */
function keptBy(
  { actor }: Recorded<OfClock>,
  by: { readonly type: string } | undefined,
  { sent }: TicketSubject,
): string | undefined {
  if (!by || ON_SITE.includes(by.type)) return sent;
  return actor.onBehalfOf ?? actor.id;
}

function verdictOf({ type, data }: OfClock): Verdict {
  if (type === 'SlaCorrected') return data.verdict;
  return type === 'SlaMet' ? 'met' : 'breached';
}
