import { minutesBetween, plusMinutes, type Command, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { suspensionOf, type Visit } from './visit.state.js';

/**
 * Work on these visits is taken up again. The restoration clock is put on by the time for which it
 * stood still, once for all of them: visits suspended at the same time stop one clock (V19, B2).
 */
export function resumption(
  command: Command,
  ticket: OpenedTicket,
  visits: readonly Visit[],
): TicketEvent[] {
  const resumed = visits.map(({ visit }) => happened(command, 'WorkResumed', { visit }, ['V19']));
  const { restoration } = ticket.deadlines;
  const minutes = pausedMinutes(command, ticket, visits);
  if (!restoration || minutes === 0) return resumed;
  const deadline = {
    clock: 'restoration' as const,
    ...restoration,
    due: plusMinutes(restoration.due, minutes),
    paused: restoration.paused + minutes,
  };
  return [...resumed, happened(command, 'SlaDeadlineSet', deadline, ['V19', 'B2'])];
}

/** Whole minutes from the first suspension of `visits` until now, or until another began that still lasts. */
function pausedMinutes(
  { occurredAt }: Command,
  ticket: OpenedTicket,
  visits: readonly Visit[],
): number {
  const since = pauses(visits).sort()[0];
  if (since === undefined) return 0;
  const lasting = pauses(ticket.visits.filter((visit) => !visits.includes(visit)));
  const until = [occurredAt, ...lasting].sort()[0]!;
  return Math.max(0, Math.round(minutesBetween(since, until)));
}

/** Since when the customer's side keeps each of these visits from going on. */
function pauses(visits: readonly Visit[]): Instant[] {
  return visits.flatMap((visit) => {
    const suspension = suspensionOf(visit);
    return suspension?.customerSide ? [suspension.since] : [];
  });
}
