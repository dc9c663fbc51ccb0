import { recordDeeds, withdrawFindings } from '@app/findings';
import { NotPossible, type Command } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { RecordNoShow } from '../ticket/ticket.commands.js';
import type { TechnicianArrived, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { crewOf } from './crew.js';
import { stillExpected } from './missed-appointment.js';
import { notBack, recordedBefore, wasThere } from './crew-not-back.js';
import { backOf, returnOf } from './own-return.js';
import { isByThemself, wayOf } from './own-way.js';
import { neverCame } from './unready.js';
import type { VisitSinceArrival } from './visit.state.js';

const rules = [found.appointmentIsKept];

/**
 * One of those who were to make a visit did not come, though others did: it is found of them alone (V7), and
 * what they were found to have left undone before it is not. Whoever was called to those who were there
 * already was promised to nobody. Once they had left to come back to work that was interrupted, it is that return.
 *
 * @throws NotPossible `technician-not-on-visit` · `technician-came` · `no-show-recorded` · `not-to-come-back`
 * @throws Invalid `still-expected` the hour that the customer was told is not over
 */
export function crewNoShow(
  command: RecordNoShow,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  technician: string,
): TicketEvent[] {
  requireOnVisit(visit, technician);
  const agreed = returnOf(visit, technician, command.occurredAt);
  if (agreed) return notBack(command, open, visit, agreed);
  requireMissing(open, visit, technician);
  stillExpected(command, visit.expectedBy);
  const { visit: number, reason } = command.data;
  const said = { visit: number, technician, ...(reason !== undefined && { reason }) };
  const missed = happened(command, 'CrewNoShowRecorded', said, ['V7']);
  const { joinedAt = '' } = wayOf(visit, technician);
  const promised = joinedAt <= visit.arrivedAt ? rules : [];
  const about = { visit: number, person: technician, ...(reason && { remark: reason }) };
  return [
    missed,
    ...recordDeeds(command, open, promised, about),
    ...neverCame(command, open, visit, missed),
  ];
}

/** Whoever comes after all, or comes back, did not fail to, whenever that is told (V7). */
export function crewNoShowCorrected(
  command: Command,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  arrived: TechnicianArrived,
): TicketEvent[] {
  const { visit: number, technician = visit.technician } = arrived.data;
  const agreed = returnOf(visit, technician, arrived.occurredAt);
  const { noShowAt } = agreed
    ? (backOf(visit, technician, agreed.since) ?? {})
    : wayOf(visit, technician);
  const place = { visit: number, person: technician };
  const from = agreed?.since ?? visit.window.from;
  if (noShowAt === undefined)
    return withdrawFindings(command, open, { rules, place, since: from }, arrived);
  const when = { ...command, occurredAt: cameToLight(command, noShowAt) };
  const first = noShowAt < arrived.occurredAt ? noShowAt : arrived.occurredAt;
  const since = agreed ? from : first;
  return [
    happened(when, 'CrewNoShowCorrected', { visit: number, technician, noShowAt }, ['V7']),
    ...withdrawFindings(command, open, { rules, place, since }, arrived),
  ];
}

function requireOnVisit(visit: VisitSinceArrival, technician: string): void {
  if (crewOf(visit).includes(technician)) return;
  throw new NotPossible(
    'technician-not-on-visit',
    { zh: '该技术员不参加这次上门', en: 'this technician is not on the visit' },
    '/technician',
  );
}

function requireMissing(open: OpenedTicket, visit: VisitSinceArrival, technician: string): void {
  if (wayOf(visit, technician).noShowAt !== undefined) throw recordedBefore();
  if (cameForAll(open, visit, technician)) throw wasThere();
}

/** They told it themselves, or did something there; who was only taken to have come along may not have. */
function cameForAll(
  { entries }: OpenedTicket,
  visit: VisitSinceArrival,
  technician: string,
): boolean {
  const { leftAt, greeted = false } = wayOf(visit, technician);
  if (isByThemself(visit, technician) || leftAt !== undefined) return true;
  if (technician === visit.technician ? !visit.apart : greeted) return true;
  return entries.some(
    (each) => each.visit === visit.visit && each.technician === technician && !each.withdrawn,
  );
}
