import { recordDeeds, withdrawFindings } from '@app/findings';
import { NotPossible, type Command } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { RecordNoShow } from '../ticket/ticket.commands.js';
import type { TechnicianArrived, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { crewOf } from './crew.js';
import { stillExpected } from './missed-appointment.js';
import { wayOf } from './own-way.js';
import { neverCame } from './unready.js';
import type { VisitSinceArrival } from './visit.state.js';

const rules = [found.appointmentIsKept];

/**
 * One of those who were to make a visit did not come, though others did: it is found of them alone (V7), and
 * what they were found to have left undone before it is not. Whoever was called to those who were there
 * already was promised to nobody.
 *
 * @throws NotPossible `technician-not-on-visit` · `technician-came` · `no-show-recorded`
 * @throws Invalid `still-expected` the hour that the customer was told is not over
 */
export function crewNoShow(
  command: RecordNoShow,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  technician: string,
): TicketEvent[] {
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

/** Whoever comes after all did not fail to come, whenever that is told (V7). */
export function crewNoShowCorrected(
  command: Command,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  arrived: TechnicianArrived,
): TicketEvent[] {
  const { visit: number, technician = visit.technician } = arrived.data;
  const { noShowAt } = wayOf(visit, technician);
  const place = { visit: number, person: technician };
  if (noShowAt === undefined)
    return withdrawFindings(command, open, { rules, place, since: visit.window.from }, arrived);
  const when = { ...command, occurredAt: cameToLight(command, noShowAt) };
  const since = noShowAt < arrived.occurredAt ? noShowAt : arrived.occurredAt;
  return [
    happened(when, 'CrewNoShowCorrected', { visit: number, technician, noShowAt }, ['V7']),
    ...withdrawFindings(command, open, { rules, place, since }, arrived),
  ];
}

function requireMissing(open: OpenedTicket, visit: VisitSinceArrival, technician: string): void {
  if (!crewOf(visit).includes(technician)) {
    throw new NotPossible(
      'technician-not-on-visit',
      { zh: '该技术员不参加这次上门', en: 'this technician is not on the visit' },
      '/technician',
    );
  }
  if (wayOf(visit, technician).noShowAt !== undefined) {
    throw new NotPossible(
      'no-show-recorded',
      { zh: '已登记该技术员失约', en: 'that they did not come was recorded before' },
      '/technician',
    );
  }
  if (cameForAll(open, visit, technician)) {
    throw new NotPossible(
      'technician-came',
      {
        zh: '记录表明该技术员到过现场，不能记为失约',
        en: 'the record shows that this technician was there; they cannot have failed to come',
      },
      '/technician',
    );
  }
}

/** They told it themselves, or did something there; who was only taken to have come along may not have. */
function cameForAll(
  { entries }: OpenedTicket,
  visit: VisitSinceArrival,
  technician: string,
): boolean {
  const { arrivedAt, leftAt, greeted = false } = wayOf(visit, technician);
  if (arrivedAt !== undefined || leftAt !== undefined) return true;
  if (technician === visit.technician ? !visit.apart : greeted) return true;
  return entries.some(
    (each) => each.visit === visit.visit && each.technician === technician && !each.withdrawn,
  );
}
