import { complaintEventTypes, type StoryEvent } from '@app/complaints';
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

const OF_COMPLAINT = [
  'ComplaintReceived',
  'ComplaintUpheld',
  'ComplaintRejected',
  'ComplaintReferred',
] as const;

export type OfTicket = Extract<TicketEvent, { type: (typeof OF_TICKET)[number] }>;
export type OfCase = Extract<StandingEvent, { type: (typeof OF_CASE)[number] }>;

export type OfComplaint = Extract<StoryEvent, { type: (typeof OF_COMPLAINT)[number] }>;

/** What a month's appraisal is made of (R13): figures, acts, findings in any kind of stream, tickets and complaints. */
export type Appraised = FiguresEvent | FindingEvent | OfCase | OfTicket | OfComplaint;

export const appraisedTypes = {
  ...figuresEvents,
  ...findingEvents(),
  ...only(standingEvents, OF_CASE),
  ...only(ticketEventTypes, OF_TICKET),
  ...only(complaintEventTypes, OF_COMPLAINT),
};

export function isOfTicket(event: Recorded<Appraised>): event is Recorded<OfTicket> {
  return (OF_TICKET as readonly string[]).includes(event.type);
}

export function isOfCase(event: Recorded<Appraised>): event is Recorded<OfCase> {
  return (OF_CASE as readonly string[]).includes(event.type);
}

export function isOfComplaint(event: Recorded<Appraised>): event is Recorded<OfComplaint> {
  return (OF_COMPLAINT as readonly string[]).includes(event.type);
}

export function isOfFigures(event: Recorded<Appraised>): event is Recorded<FiguresEvent> {
  return Object.hasOwn(figuresEvents, event.type);
}
