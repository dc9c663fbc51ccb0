import type { TicketEvent } from '../contract.js';

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

/** What moves a visit only from where it was: what is sent late brings nobody back. */
const FROM: Partial<Record<TicketEvent['type'], Partial<Record<VisitProgress, VisitProgress>>>> = {
  TechnicianDeparted: { scheduled: 'departed' },
  WorkStarted: { 'on-site': 'working' },
  WorkSuspended: { working: 'suspended' },
  WorkResumed: { suspended: 'working', away: 'left' },
  TechnicianArrived: { away: 'suspended' },
  TicketResolved: { away: 'left' },
  LabourCorrected: { completed: 'left' },
  LabourWithdrawn: { completed: 'left' },
  PartCorrected: { completed: 'left' },
  PartWithdrawn: { completed: 'left' },
  NoShowRecorded: { away: 'left' },
  VisitRescheduled: { away: 'away' },
};

/** Where a visit stands after an event of it, or of its ticket; most steps leave it where it was. */
export function progressAfter(before: VisitProgress, event: TicketEvent): VisitProgress {
  if (event.type === 'TechnicianLeft' && event.data.returning && before === 'suspended')
    return 'away';
  return FROM[event.type]?.[before] ?? PROGRESS[event.type] ?? before;
}
