import { Invalid, type Command, type Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import { visitAt, visitOf } from '../ticket/preconditions.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { aloneIn, awaitsAnother, formerOf } from './crew.js';
import { wayOf } from './own-way.js';
import type { VisitCommand } from './visit.preconditions.js';
import { hasArrived, type Visit } from './visit.state.js';

/**
 * The visit that somebody gets ready for or sets out to. Told late, it may have got further since,
 * or have been called off; somebody may follow those who are there, or who had been replaced and have left.
 *
 * @throws NotFound · NotPossible told in time, somebody has set out before or nobody is to
 */
export function settingOut(command: VisitCommand, ticket: OpenedTicket): Visit {
  const { visit: number } = command.data;
  const visit = visitOf(ticket, number);
  if (toldLate(command)) return visit;
  const follows = setsOutAlone(command, visit) === undefined ? [] : FOLLOWED;
  const another = awaitsAnother(visit) ? (['left'] as const) : [];
  return visitAt(ticket, number, 'scheduled', ...follows, ...another);
}

/**
 * Who sets out by themself: one of the others, or the responsible technician to those who came first;
 * undefined: the responsible technician, with whoever comes along.
 */
export function setsOutAlone(command: Command, visit: Visit): string | undefined {
  const alone = aloneIn(command, visit);
  if (alone !== undefined) return alone;
  const follows = hasArrived(visit) && visit.apart && departureOf(visit) === undefined;
  return follows ? visit.technician : undefined;
}

const FOLLOWED = ['departed', 'on-site', 'working', 'away', 'absent'] as const;

/** When the technician set out, where somebody recorded it: together, or who is named by themself. */
export function departureOf(visit: Visit, alone?: string): Instant | undefined {
  if (alone !== undefined)
    return wayOf(visit, alone).departedAt ?? formerOf(visit, alone)?.departedAt;
  return 'departedAt' in visit ? visit.departedAt : undefined;
}

/** @throws Invalid it is said to have happened when the technician was on the way already, or had come */
export function notAfterDeparture(command: Command, visit: Visit, alone?: string): void {
  const together = 'arrivedAt' in visit ? visit.arrivedAt : undefined;
  const arrivedAt = alone === undefined ? together : wayOf(visit, alone).arrivedAt;
  notAfter(command, departureOf(visit, alone) ?? arrivedAt);
}

/** @throws Invalid it is said to have happened after what follows it */
export function notAfter({ occurredAt }: Command, later: string | undefined): void {
  if (later === undefined || occurredAt <= later) return;
  throw new Invalid(
    'occurred-too-late',
    {
      zh: '发生时间晚于其后一步骤',
      en: 'it cannot have happened after the step that follows it',
    },
    '/occurredAt',
  );
}
