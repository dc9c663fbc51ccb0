import { Invalid, type Command } from '@app/kernel';
import { toldLate } from '@app/policy';
import { visitAt, visitOf } from '../ticket/preconditions.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { VisitCommand } from './visit.preconditions.js';
import type { Visit } from './visit.state.js';

/**
 * The visit that somebody gets ready for or sets out to. Told late, it may have got further since,
 * or have been called off.
 *
 * @throws NotFound · NotPossible told in time, somebody has set out before or nobody is to
 */
export function settingOut(command: VisitCommand, ticket: OpenedTicket): Visit {
  const { visit } = command.data;
  return toldLate(command) ? visitOf(ticket, visit) : visitAt(ticket, visit, 'scheduled');
}

/** When the technician set out, where somebody recorded it. */
export function departureOf(visit: Visit): string | undefined {
  return 'departedAt' in visit ? visit.departedAt : undefined;
}

/** @throws Invalid it is said to have happened when the technician was on the way already, or had come */
export function notAfterDeparture(command: Command, visit: Visit): void {
  const arrivedAt = 'arrivedAt' in visit ? visit.arrivedAt : undefined;
  notAfter(command, departureOf(visit) ?? arrivedAt);
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
