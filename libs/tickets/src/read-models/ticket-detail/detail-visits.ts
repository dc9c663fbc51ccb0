import type { Recorded } from '@app/projections';
import type {
  CustomerAbsent,
  TechnicianArrived,
  TechnicianLeft,
  VisitRescheduled,
  VisitScheduled,
} from '../../contract.js';
import { entriesAfter, isOfEntry, type WorkEntry } from '../../domain/visit/work-entries.js';
import { moneyAfter, NO_MONEY } from '../money-owed.js';
import { comersAfter, NOBODY_CAME } from '../comers.js';
import { othersAfter } from '../others-after.js';
import { isOfReturn, resumesAfter } from '../resumes-at.js';
import { hasBegun, progressAfter } from '../visit-progress.js';
import type { RecordedTicketEvent } from '../of-ticket.js';
import { done } from './done.js';
import type { DetailEntry, DetailSignature } from './detail-values.row.js';
import { charged, NOTHING_CHARGED } from './detail-charge.js';
import { noShowsAfter } from './detail-no-shows.js';
import type { DetailStep, DetailVisit } from './ticket-detail.row.js';

/** The ticket's visits after an event; findings stand beside the visits, not among their steps. */
export function visitsAfter(
  visits: readonly DetailVisit[],
  event: RecordedTicketEvent,
): readonly DetailVisit[] {
  const { data } = event;
  if (event.type === 'TicketResolved') {
    return visits.map((visit) => ({
      ...visit,
      progress: progressAfter(visit, event),
      resumesAt: resumesAfter(visit, event),
    }));
  }
  if (!('visit' in data) || event.type === 'FindingRecorded') return visits;
  const known = event.type === 'VisitScheduled' ? [...visits, scheduled(event.data)] : visits;
  return known.map((visit) => (visit.visit === data.visit ? stepped(visit, event) : visit));
}

function stepped(visit: DetailVisit, event: RecordedTicketEvent): DetailVisit {
  const comers = comersAfter(visit, event);
  return {
    ...visit,
    ...changed(visit, event),
    ...comers,
    resumesAt: resumesAfter(visit, event),
    noShows: noShowsAfter(visit.noShows, event),
    others: othersAfter(visit.others, event),
    progress: progressAfter(visit, event, comers.awaitsNext),
    charge: { ...visit.charge, ...charged(visit.charge, event) },
    money: moneyAfter(visit.money, event),
    entries: entriesOf(visit, event),
    signatures: [...visit.signatures, ...signed(event)],
    steps: [...visit.steps, step(event)],
  };
}

function entriesOf(
  { visit, entries }: DetailVisit,
  event: RecordedTicketEvent,
): readonly DetailEntry[] {
  if (!isOfEntry(event)) return entries;
  const known = entries.map((each) => ({ ...each, visit }) as WorkEntry);
  return entriesAfter(known, event).map(({ visit: _, ...entry }) => entry);
}

function scheduled({ visit, technician, window }: VisitScheduled['data']): DetailVisit {
  return {
    visit,
    progress: 'scheduled',
    technician,
    others: [],
    ...NOBODY_CAME,
    noShows: [],
    window,
    resumesAt: null,
    entitlement: null,
    unit: null,
    arrivedAt: null,
    leftAt: null,
    satisfaction: null,
    charge: NOTHING_CHARGED,
    money: NO_MONEY,
    entries: [],
    signatures: [],
    steps: [],
  };
}

function changed(visit: DetailVisit, event: RecordedTicketEvent): Partial<DetailVisit> {
  switch (event.type) {
    case 'VisitRescheduled':
      return isOfReturn(visit, event) ? {} : rescheduled(visit, event.data);
    case 'SupersededMoveRecorded':
      return event.data.calledOff ? { window: event.data.window } : {};
    case 'TechnicianArrived':
      if (event.data.technician !== undefined && hasGone(visit) && !isAfterAbsence(visit, event))
        return {};
      return { arrivedAt: visit.arrivedAt ?? event.occurredAt, leftAt: null };
    case 'EntitlementChecked':
      return { entitlement: event.data.entitlement, unit: event.data.unit ?? null };
    case 'ServiceRecordSigned':
      return { satisfaction: event.data.satisfaction };
    case 'TechnicianLeft':
      return leftAfter(visit, event);
    case 'CustomerAbsent':
      return absentAfter(event);
    default:
      return {};
  }
}

/** All have left, and nobody is to come back or to come next. */
function hasGone({ progress, leftAt }: DetailVisit): boolean {
  return leftAt !== null && hasBegun(progress) && progress !== 'away';
}

/** Somebody came after others had found nobody. */
function isAfterAbsence(
  { absentAt }: DetailVisit,
  { occurredAt }: Recorded<TechnicianArrived>,
): boolean {
  return absentAt !== null && occurredAt > absentAt;
}

/** Of a visit to which somebody had come it says what had been promised. */
function rescheduled(
  { progress, awaitsNext }: DetailVisit,
  { technician, window }: VisitRescheduled['data'],
): Partial<DetailVisit> {
  if (awaitsNext && !hasBegun(progress)) return { technician, window };
  return hasBegun(progress) ? { window } : { technician, window, arrivedAt: null };
}

function absentAfter({ data, occurredAt }: CustomerAbsent): Partial<DetailVisit> {
  const { stands, technician, leftAt } = data;
  if (stands) return { arrivedAt: null, leftAt: null };
  if (technician === undefined) return { leftAt: occurredAt };
  return leftAt === undefined ? {} : { leftAt };
}

/** Whoever leaves by themself ends the visit only where they leave last. */
function leftAfter(
  { leftAt }: DetailVisit,
  { data, occurredAt }: TechnicianLeft,
): Partial<DetailVisit> {
  if (data.technician === undefined) return { leftAt: occurredAt };
  return leftAt !== null && leftAt < occurredAt ? { leftAt: occurredAt } : {};
}

function signed(event: RecordedTicketEvent): DetailSignature[] {
  switch (event.type) {
    case 'DiscrepancyAcknowledged':
      return [{ ...event.data.signature, under: 'discrepancy' }];
    case 'ChargeAcknowledged':
      return [{ ...event.data.signature, under: 'quote' }];
    case 'ServiceRecordSigned':
      return [{ ...event.data.signature, under: 'service-record' }];
    default:
      return [];
  }
}

function step(event: RecordedTicketEvent): DetailStep {
  const { type, recordedAt, version, data } = event;
  const told = Object.fromEntries(Object.entries(data).filter(([field]) => field !== 'visit'));
  return { step: type, ...done(event), recordedAt, version, data: told };
}
