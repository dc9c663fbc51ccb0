import { findingEvents, type FindingEvent } from '@app/findings';
import { only, type Recorded } from '@app/projections';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import {
  figuresEvents,
  standingEvents,
  type FiguresEvent,
  type StandingEvent,
} from '../../contract.js';

const OF_TICKET = [
  'VisitScheduled',
  'VisitRescheduled',
  'VisitCancelled',
  'TechnicianArrived',
  'CustomerAbsent',
  'RepairCompleted',
  'TicketReopened',
  'ServiceRecordSigned',
  'FollowUpMade',
  'SlaMet',
  'SlaBreached',
  'SlaCorrected',
] as const;
const OF_CASE = [
  'CaseOpened',
  'ActDecided',
  'ActReduced',
  'ActRevoked',
  'ActTakenOver',
  'ActTakenBack',
] as const;

export type OfTicket = Extract<TicketEvent, { type: (typeof OF_TICKET)[number] }>;
export type OfCase = Extract<StandingEvent, { type: (typeof OF_CASE)[number] }>;

/** What a month's appraisal is made of (R13): figures, acts, findings in any kind of stream, and tickets. */
export type Appraised = FiguresEvent | FindingEvent | OfCase | OfTicket;

export const appraisedTypes = {
  ...figuresEvents,
  ...findingEvents(),
  ...only(standingEvents, OF_CASE),
  ...only(ticketEventTypes, OF_TICKET),
};

export function isOfTicket(event: Recorded<Appraised>): event is Recorded<OfTicket> {
  return (OF_TICKET as readonly string[]).includes(event.type);
}

export function isOfCase(event: Recorded<Appraised>): event is Recorded<OfCase> {
  return (OF_CASE as readonly string[]).includes(event.type);
}

export function isOfFigures(event: Recorded<Appraised>): event is Recorded<FiguresEvent> {
  return Object.hasOwn(figuresEvents, event.type);
}
