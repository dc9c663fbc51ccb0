import type { Instant } from '@app/kernel';
import type { TechnicianLeft, TicketEvent } from '../contract.js';
import { WITH_THE_CUSTOMER } from '../domain/visit/came-back.js';
import { isNewDiscrepancy } from '../domain/visit/discrepancies.js';

/** How far a visit has come, as the read models show it. */
export type VisitProgress =
  | 'scheduled'
  | 'departed'
  | 'on-site'
  | 'working'
  | 'suspended'
  | 'away'
  | 'left'
  | 'absent'
  | 'completed'
  | 'no-show'
  | 'cancelled';

const PROGRESS: Partial<Record<TicketEvent['type'], VisitProgress>> = {
  VisitScheduled: 'scheduled',
  VisitRescheduled: 'scheduled',
  VisitCancelled: 'cancelled',
  TechnicianArrived: 'on-site',
  NoShowRecorded: 'no-show',
  TechnicianLeft: 'left',
  CustomerAbsent: 'absent',
  VisitCompleted: 'completed',
};

/** What is written on the record of a visit whose paper was complete, which has to be put in order anew (V22). */
export const ON_THE_RECORD = [
  'LabourLogged',
  'PartConsumed',
  'LabourCorrected',
  'LabourWithdrawn',
  'PartCorrected',
  'PartWithdrawn',
  'RepairCauseCorrected',
] as const satisfies readonly TicketEvent['type'][];

/** What moves a visit only from where it was: what is sent late brings nobody back. */
const FROM: Partial<Record<TicketEvent['type'], Partial<Record<VisitProgress, VisitProgress>>>> = {
  TechnicianDeparted: { scheduled: 'departed' },
  WorkStarted: { 'on-site': 'working' },
  WorkSuspended: { working: 'suspended' },
  WorkResumed: { suspended: 'working', away: 'left' },
  TechnicianArrived: { away: 'suspended' },
  TicketResolved: { away: 'left' },
  ExternalCauseWithdrawn: { completed: 'left' },
  RepairCauseCorrected: { completed: 'left' },
  LabourLogged: { completed: 'left' },
  PartConsumed: { completed: 'left' },
  LabourCorrected: { completed: 'left' },
  LabourWithdrawn: { completed: 'left' },
  PartCorrected: { completed: 'left' },
  PartWithdrawn: { completed: 'left' },
  NoShowRecorded: { away: 'left' },
  VisitCompleted: { absent: 'absent' },
  VisitRescheduled: { away: 'away' },
};

/** How far a visit has come, and whether somebody else than who came is still to come. */
interface Seen {
  readonly progress: VisitProgress;
  readonly technician: string;
  /** As of before the event. */
  readonly awaitsNext: boolean;
  readonly absentAt: Instant | null;
}

/**
 * Where a visit stands after an event of it, or of its ticket; most steps leave it where it was. When whoever came
 * had been replaced and has left, it is still to be made by the next.
 *
 * @param awaitsNext as of after the event
 */
export function progressAfter(
  { progress, technician, awaitsNext: awaited, absentAt }: Seen,
  event: TicketEvent,
  awaitsNext = awaited,
): VisitProgress {
  if (awaited && isToCome(progress)) {
    const moved = movedWhileAwaited({ progress, technician }, event, awaitsNext);
    if (moved) return moved;
  }
  const next = isMetAfterAll({ progress, absentAt }, event) ? 'on-site' : progress;
  const moved = movedBy(next, event);
  return (moved === 'left' || moved === 'absent') && awaitsNext ? 'scheduled' : moved;
}

/** Somebody came, or met the customer, after others had found nobody (V7). */
function isMetAfterAll(
  { progress, absentAt }: Pick<Seen, 'progress' | 'absentAt'>,
  { type, occurredAt }: TicketEvent,
): boolean {
  if (progress !== 'absent' || absentAt === null || occurredAt <= absentAt) return false;
  return type === 'TechnicianArrived' || MET.has(type);
}

const MET: ReadonlySet<TicketEvent['type']> = new Set(WITH_THE_CUSTOMER);

/** What becomes of a visit to which the next is still to come; undefined: what becomes of any visit. */
function movedWhileAwaited(
  { progress, technician }: Pick<Seen, 'progress' | 'technician'>,
  event: TicketEvent,
  awaitsNext: boolean,
): VisitProgress | undefined {
  switch (event.type) {
    case 'TechnicianArrived':
      return awaitsNext ? progress : undefined;
    case 'TechnicianDeparted':
      return event.data.technician === technician ? 'departed' : undefined;
    default:
      return awaitsNext ? undefined : 'left';
  }
}

function isToCome(progress: VisitProgress): boolean {
  return progress === 'scheduled' || progress === 'departed';
}

function movedBy(before: VisitProgress, event: TicketEvent): VisitProgress {
  if (event.type === 'TechnicianLeft' && isAwaited(before, event)) return 'away';
  if (before === 'completed' && isNewDiscrepancy(event)) return 'left';
  const told = movedByWhatIsTold(before, event);
  if (told) return told;
  if (movesNothing(before, event)) return before;
  return FROM[event.type]?.[before] ?? PROGRESS[event.type] ?? before;
}

/** Nobody is there any more, and somebody comes back to the work that is interrupted (V19). */
function isAwaited(
  before: VisitProgress,
  { data: { technician, returning, awaits } }: TechnicianLeft,
): boolean {
  if (technician !== undefined) return false;
  return awaits !== undefined || (returning === true && before === 'suspended');
}

/** What is told late may show that a visit stands elsewhere than was known; undefined: it does not. */
function movedByWhatIsTold(before: VisitProgress, event: TicketEvent): VisitProgress | undefined {
  if (isBackToBeMade(before, event)) return 'away';
  if (event.type === 'CustomerAbsent' && event.data.stands) return 'departed';
  const others = event.type === 'CustomerAbsent' ? event.data.leftAt : undefined;
  return others === undefined ? undefined : 'left';
}

/** The return had been moved when somebody held that nobody had come back: it is still to be made. */
function isBackToBeMade(before: VisitProgress, { type, data }: TicketEvent): boolean {
  return (
    type === 'VisitRescheduled' && before === 'left' && data.ofReturn === true && !data.unbooked
  );
}

/** Somebody has come to the visit. */
export function hasBegun(progress: VisitProgress): boolean {
  return progress === 'away' || !TO_COME.has(progress);
}

/**
 * What one does by themself moves the visit only as the first who comes; and an appointment moves nothing that is told
 * to have been changed when somebody had come nevertheless.
 */
function movesNothing(before: VisitProgress, event: TicketEvent): boolean {
  switch (event.type) {
    case 'TechnicianDeparted':
    case 'TechnicianLeft':
      return event.data.technician !== undefined;
    case 'CustomerAbsent':
      return event.data.technician !== undefined;
    case 'TechnicianArrived':
      return event.data.technician !== undefined && !TO_COME.has(before);
    case 'VisitRescheduled':
    case 'VisitCancelled':
    case 'NoShowRecorded':
      return before !== 'away' && hasBegun(before);
    default:
      return false;
  }
}

const TO_COME: ReadonlySet<VisitProgress> = new Set([
  'scheduled',
  'departed',
  'away',
  'no-show',
  'cancelled',
]);
