import type { Instant } from '@app/kernel';
import type { TicketEvent, VisitRescheduled } from '../contract.js';
import type { VisitProgress } from './visit-progress.js';

interface Interrupted {
  readonly progress: VisitProgress;
  readonly resumesAt: Instant | null;
}

/** When work that stands still is to go on, after an event of its visit or ticket (V19, V7); null: none stands still. */
export function resumesAfter(visit: Interrupted, event: TicketEvent): Instant | null {
  const { progress, resumesAt } = visit;
  switch (event.type) {
    case 'WorkSuspended':
      return event.data.resumeAt;
    case 'VisitRescheduled':
      return isToComeBack(progress, event) ? event.data.window.from : resumesAt;
    case 'DelayNotified':
      return progress === 'away' ? event.data.newArrival : resumesAt;
    case 'CustomerAbsent':
      return event.data.technician === undefined ? null : resumesAt;
    case 'WorkResumed':
    case 'NoShowRecorded':
    case 'TicketResolved':
      return null;
    default:
      return resumesAt;
  }
}

/** What was moved is the hour of a return, and not that of the visit. */
export function isOfReturn(
  { progress }: Pick<Interrupted, 'progress'>,
  { data }: VisitRescheduled,
): boolean {
  return progress === 'away' || data.ofReturn === true;
}

/** Somebody is still to come back, also where it was held before that nobody did. */
function isToComeBack(progress: VisitProgress, { data }: VisitRescheduled): boolean {
  if (progress === 'away') return true;
  const awaited = progress === 'suspended' || (progress === 'left' && data.unbooked !== true);
  return data.ofReturn === true && awaited;
}
