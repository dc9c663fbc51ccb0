import type { Span } from '@app/kernel';
import type { Booking, Diary, Hours } from './diary.state.js';
import { isPending, isUnderWay, type Ticket } from './ticket.state.js';

/** What takes up a technician's time. */
export type DiaryEntry = Booking | Hours;

/** A visit that is moved is not in its own way. */
export function isSameVisit(
  a: Pick<DiaryEntry, 'ticket' | 'visit'>,
  b: Pick<DiaryEntry, 'ticket' | 'visit'>,
): boolean {
  return a.ticket === b.ticket && a.visit === b.visit;
}

/** A command that was sent twice is not in its own way either. */
export function isOfSameCommand(
  a: Pick<DiaryEntry, 'ticket' | 'claim'>,
  b: Pick<DiaryEntry, 'ticket' | 'claim'>,
): boolean {
  return a.claim !== undefined && a.ticket === b.ticket && a.claim.command === b.claim?.command;
}

export function entriesOf({ bookings, hours }: Diary): readonly DiaryEntry[] {
  return [...bookings, ...hours];
}

export function spanOf(entry: { readonly window: Span } | { readonly span: Span }): Span {
  return 'window' in entry ? entry.window : entry.span;
}

export function isSameTime(a: Span, b: Span): boolean {
  return a.from === b.from && a.until === b.until;
}

/** Whether the ticket says what its technician's diary says: the visit is still to be made then, or the hours were worked. */
export function standsBy(ticket: Ticket, technician: string, entry: DiaryEntry): boolean {
  if (ticket.status === 'none') return false;
  const visit = ticket.visits.find((each) => each.visit === entry.visit);
  if (visit?.technician !== technician) return false;
  if ('span' in entry) return visit.hours.some((span) => isSameTime(span, entry.span));
  return (isPending(visit) || isUnderWay(visit)) && isSameTime(visit.window, entry.window);
}
