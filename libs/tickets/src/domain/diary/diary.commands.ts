import type { Instant } from '@app/kernel';
import type { DiaryCommand } from './diary.decider.js';
import { onEachDate, type From, type OnDates } from './diary.dates.js';
import { diaryStreams } from './diary.stream.js';
import type {
  CustomerAbsent,
  LabourWithdrawn,
  TechnicianAdded,
  TechnicianRemoved,
  TicketEvent,
} from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { planned } from '../visit/replanned.js';
import { hourFrom } from '../visit/booked-hour.js';
import {
  alsoBook,
  awaited,
  book,
  isLeftForAnother,
  pendingOf,
  rebook,
  release,
  releaseOf,
  settledBy,
} from './bookings.js';
import {
  beginStay,
  cameBackApart,
  endOnDates,
  endOwnStay,
  endStay,
  joinedSince,
  withdrawStay,
} from './stays.js';
import { hasArrived, isUnderWay, type Visit } from '../visit/visit.state.js';

/** What one diary is asked in consequence of a ticket's events, in this order. */
export interface DiaryCommands {
  readonly stream: string;
  readonly commands: readonly [DiaryCommand, ...DiaryCommand[]];
}

/** Which command it was, and when it was told; default: as it happened. */
interface Told {
  readonly commandId: string;
  readonly receivedAt?: Instant;
}

/**
 * What the technicians' diaries must take for a ticket's new events to stand: a planned visit is
 * booked on every date that its window touches, or for the hour of a later promise; a visit that
 * will not be made, or is over, is released; who is at whose customer's, and labour, are put down. They stand or fall with the ticket's own events.
 *
 * @param before the ticket as it was before the events: what is given up is what it had
 * @param told the command that caused the events
 */
export function diaryCommands(
  events: readonly TicketEvent[],
  before: Ticket,
  told: Told,
): DiaryCommands[] {
  const byStream = new Map<string, [DiaryCommand, ...DiaryCommand[]]>();
  const known = withPlanned(before, events);
  for (const command of events.flatMap((event) => entries(event, known, told))) {
    const stream = diaryStreams.named(command.data);
    const earlier = byStream.get(stream);
    if (earlier) earlier.push(command);
    else byStream.set(stream, [command]);
  }
  return [...byStream].map(([stream, commands]) => ({ stream, commands }));
}

/** With the visits that are planned by the same events: whoever comes along is booked for them. */
function withPlanned(before: Ticket, events: readonly TicketEvent[]): Ticket {
  if (before.status === 'none') return before;
  const more = events.flatMap((event) =>
    event.type === 'VisitScheduled' ? [planned(event.data, event.occurredAt)] : [],
  );
  return { ...before, visits: [...before.visits, ...more] };
}

function entries(
  event: TicketEvent,
  before: Ticket,
  { commandId: id, receivedAt: toldAt }: Told,
): DiaryCommand[] {
  const { ticket, visits } = before.status === 'none' ? { ticket: '', visits: [] } : before;
  const from = { id, occurredAt: event.occurredAt, toldAt, actor: event.actor, ticket };
  switch (event.type) {
    case 'VisitScheduled':
      return event.data.unbooked ? [] : book(from, event.data);
    case 'VisitRescheduled':
      if (event.data.unbooked) return release(from, pendingOf(visits), event.data.visit);
      return [
        ...release(from, visits, event.data.visit),
        ...book(from, event.data),
        ...alsoBook(from, visits, event.data),
      ];
    case 'TechnicianAdded':
      return comeAlong(from, visits, event.data);
    case 'TechnicianRemoved':
      return stayAway(from, visits, event.data);
    case 'VisitCancelled':
    case 'NoShowRecorded':
      return release(from, visits, event.data.visit);
    case 'DelayNotified':
      return [...release(from, visits, event.data.visit), ...rebook(from, visits, event.data)];
    case 'TechnicianDeparted':
      return event.data.technician === undefined ? [] : endOwnStay(from, visits, event.data);
    case 'TechnicianArrived':
      return [...cameBackApart(from, visits, event.data), ...beginStay(from, visits, event.data)];
    case 'WorkSuspended': {
      const { visit, resumeAt, unbooked } = event.data;
      return [
        ...release(from, visits, visit),
        ...rebook(from, visits, { visit, ...(!unbooked && { booked: hourFrom(resumeAt) }) }),
      ];
    }
    case 'WorkResumed':
      return awaited(visits)
        .filter((visit) => visit === event.data.visit)
        .flatMap((visit) => release(from, visits, visit));
    case 'TicketResolved':
      return [
        ...awaited(visits),
        ...visits.filter(isLeftForAnother).map(({ visit }) => visit),
      ].flatMap((visit) => release(from, visits, visit));
    case 'CrewNoShowRecorded':
      return [...withdrawStay(from, visits, event.data), ...releaseOf(from, visits, event.data)];
    case 'TechnicianLeft':
      if (event.data.technician !== undefined) return endOwnStay(from, visits, event.data);
      if (event.data.returning || event.data.awaits !== undefined)
        return endStay(from, visits, event.data.visit);
      return [
        ...endStay(from, visits, event.data.visit),
        ...release(from, settledBy(visits), event.data.visit),
      ];
    case 'VisitCompleted':
      return release(from, visits.filter(isLeftForAnother), event.data.visit);
    case 'CustomerAbsent':
      return foundNobody(from, visits, event.data);
    case 'LabourLogged':
      return log(from, event.data);
    case 'LabourCorrected':
      return [...withdraw(from, event.data), ...log(from, event.data)];
    case 'LabourWithdrawn':
      return withdraw(from, event.data);
    default:
      return [];
  }
}

/** All go, and the visit is over, but where it is still to be made; or who is named alone goes, and with them the last of those who were there. */
function foundNobody(
  from: From,
  visits: readonly Visit[],
  { visit, technician, leftAt, stands, booked }: CustomerAbsent['data'],
): DiaryCommand[] {
  if (stands)
    return [
      ...endStay(from, visits, visit),
      ...rebook(from, visits, { visit, ...(booked && { booked }) }),
    ];
  const over = technician === undefined || leftAt !== undefined;
  return [
    ...(technician === undefined
      ? endStay(from, visits, visit)
      : endOwnStay(from, visits, { visit, technician })),
    ...(over ? release(from, settledBy(visits), visit) : []),
  ];
}

/** One more comes along at the hour of the visit, or joins those who are there. */
function comeAlong(
  from: From,
  visits: readonly Visit[],
  { visit: number, technician }: TechnicianAdded['data'],
): DiaryCommand[] {
  const joined = visits
    .filter(({ visit }) => visit === number)
    .map((visit) => ({ ...visit, technician, others: [] }));
  const booked = joined.filter((visit) => !hasArrived(visit) || isExpected(visit));
  return [
    ...booked.flatMap(({ visit, booked: window }) => book(from, { visit, technician, window })),
    ...(joined.some(isUnderWay) ? beginStay(from, visits, { visit: number, technician }) : []),
  ];
}

/** Somebody is there, or to come back; who had come along to what is over is booked for nothing. */
function isExpected(visit: Visit): boolean {
  return isUnderWay(visit) || visit.status === 'away';
}

function stayAway(
  from: From,
  visits: readonly Visit[],
  { visit: number, technician }: TechnicianRemoved['data'],
): DiaryCommand[] {
  const them = visits.filter(({ visit }) => visit === number);
  const stays = them
    .filter(hasArrived)
    .map(({ cameAt }) => joinedSince(number, technician, cameAt, from));
  const booked = releaseOf(from, visits, { visit: number, technician });
  return [...stays.flatMap((stay) => endOnDates(from, stay)), ...booked];
}

/** What was put down before a correction. */
function withdraw(
  from: From,
  { visit, technician, before: { span } }: LabourWithdrawn['data'],
): DiaryCommand[] {
  return onEachDate(from, { visit, technician, span }, (entry) => ({
    type: 'WithdrawHours',
    data: { ...entry, span },
  }));
}

function log(from: From, labour: OnDates): DiaryCommand[] {
  const { span } = labour;
  return onEachDate(from, labour, (entry) => ({ type: 'LogHours', data: { ...entry, span } }));
}
