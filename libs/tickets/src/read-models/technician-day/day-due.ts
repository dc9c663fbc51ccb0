import type { Recorded } from '@app/projections';
import type { ClockEvent, TechnicianArrived } from '../../contract.js';
import type { TechnicianDayRow } from './technician-day.row.js';

type Due = Partial<Pick<TechnicianDayRow, 'responseDue' | 'restorationDue'>>;

/** The events by which it is known what is due. */
export const OF_DUE = [
  'SlaDeadlineSet',
  'SlaPaused',
  'SlaResumed',
  'SlaMet',
  'SlaCorrected',
] as const;

type DueEvent = Extract<ClockEvent, { type: (typeof OF_DUE)[number] }>;

/** What is still due on the ticket after an event (B2): nothing once it is met, or somebody is there, or while it awaits a year. */
export function dueAfter(event: Recorded<DueEvent | TechnicianArrived>): Due {
  if (event.type === 'TechnicianArrived') return { responseDue: null };
  const { due: at, awaits } = event.data;
  const due = isOver(event) || awaits !== undefined ? null : at;
  return event.data.clock === 'response' ? { responseDue: due } : { restorationDue: due };
}

function isOver(event: Recorded<DueEvent>): boolean {
  if (event.type === 'SlaCorrected') return ['met', 'ended'].includes(event.data.verdict);
  return event.type === 'SlaMet';
}
