import { minutesBetween, plusMinutes, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { SlaDeadlineSet, WorkSuspended } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { Pause, Visit } from './visit.state.js';

/**
 * The pause after work was suspended. While somebody else is at work there is none; it begins when
 * the last of them stops for a reason on the customer's side.
 */
export function pauseAfter(
  { pause, visits }: Pick<OpenedTicket, 'pause' | 'visits'>,
  { data: { visit, customerSide, resumeAt }, occurredAt }: WorkSuspended,
): Pause | undefined {
  if (isWorkGoingOn(visits.filter((each) => each.visit !== visit))) return undefined;
  return customerSide ? { since: occurredAt, until: resumeAt } : pause;
}

/** Somebody is at work at one of these visits. */
export function isWorkGoingOn(visits: readonly Visit[]): boolean {
  return visits.some((visit) => visit.status === 'working' && !visit.suspension);
}

/**
 * The restoration deadline is put on by the time for which its clock stood still (V19): until
 * now, as work goes on or the ticket ends, or until the hour that was agreed, whichever came first.
 * What gives the time back is V19 alone; B2 sets deadlines and knows of no pause.
 */
export function pauseEnds(
  command: Command,
  { pause, deadlines: { restoration } }: OpenedTicket,
): SlaDeadlineSet[] {
  if (!pause || !restoration) return [];
  const until = command.occurredAt < pause.until ? command.occurredAt : pause.until;
  const minutes = Math.round(minutesBetween(pause.since, until));
  if (minutes <= 0) return [];
  const deadline = {
    clock: 'restoration' as const,
    ...restoration,
    due: plusMinutes(restoration.due, minutes),
    paused: restoration.paused + minutes,
  };
  return [happened(command, 'SlaDeadlineSet', deadline, ['V19'])];
}
