import type { TicketEvent } from '../contract.js';

/** How far a visit has come, as the read models show it. */
export type VisitProgress =
  | 'scheduled'
  | 'departed'
  | 'on-site'
  | 'working'
  | 'suspended'
  | 'left'
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
  VisitCompleted: 'completed',
};

/** What moves a visit only from where it was: what is sent late brings nobody back. */
const FROM: Partial<Record<TicketEvent['type'], Partial<Record<VisitProgress, VisitProgress>>>> = {
  TechnicianDeparted: { scheduled: 'departed' },
  WorkStarted: { 'on-site': 'working' },
  WorkSuspended: { working: 'suspended' },
  WorkResumed: { suspended: 'working' },
};

/** Where a visit stands after an event of it; most steps leave it where it was. */
export function progressAfter(before: VisitProgress, type: TicketEvent['type']): VisitProgress {
  return PROGRESS[type] ?? FROM[type]?.[before] ?? before;
}
