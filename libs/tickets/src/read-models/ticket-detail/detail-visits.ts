import { fen } from '@app/kernel';
import type {
  MoneyKept,
  TechnicianLeft,
  VisitRescheduled,
  VisitScheduled,
} from '../../contract.js';
import { entriesAfter, isOfEntry, type WorkEntry } from '../../domain/visit/work-entries.js';
import { moneyAfter, NO_MONEY } from '../money-owed.js';
import { comersAfter, NOBODY_CAME } from '../comers.js';
import { othersAfter } from '../others-after.js';
import { hasBegun, progressAfter } from '../visit-progress.js';
import type { RecordedTicketEvent } from '../of-ticket.js';
import { done } from './done.js';
import type { DetailDemand, DetailEntry, DetailSignature } from './detail-values.row.js';
import { noShowsAfter } from './detail-no-shows.js';
import type { DetailCharge, DetailStep, DetailVisit } from './ticket-detail.row.js';

/** The ticket's visits after an event; findings stand beside the visits, not among their steps. */
export function visitsAfter(
  visits: readonly DetailVisit[],
  event: RecordedTicketEvent,
): readonly DetailVisit[] {
  const { data } = event;
  if (event.type === 'TicketResolved') {
    return visits.map((visit) => ({ ...visit, progress: progressAfter(visit, event) }));
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

const NOTHING_CHARGED: DetailCharge = {
  quote: null,
  total: null,
  due: [],
  collected: [],
  receipts: [],
  waivers: [],
  refunds: [],
  handovers: [],
  demands: [],
};

function scheduled({ visit, technician, window }: VisitScheduled['data']): DetailVisit {
  return {
    visit,
    progress: 'scheduled',
    technician,
    others: [],
    ...NOBODY_CAME,
    noShows: [],
    window,
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
      return rescheduled(visit, event.data);
    case 'TechnicianArrived':
      if (event.data.technician !== undefined && hasGone(visit)) return {};
      return { arrivedAt: visit.arrivedAt ?? event.occurredAt, leftAt: null };
    case 'EntitlementChecked':
      return { entitlement: event.data.entitlement, unit: event.data.unit ?? null };
    case 'ServiceRecordSigned':
      return { satisfaction: event.data.satisfaction };
    case 'TechnicianLeft':
      return leftAfter(visit, event);
    case 'CustomerAbsent':
      return { leftAt: event.occurredAt };
    default:
      return {};
  }
}

/** All have left, and nobody is to come back or to come next. */
function hasGone({ progress, leftAt }: DetailVisit): boolean {
  return leftAt !== null && hasBegun(progress) && progress !== 'away';
}

/** Of a visit to which somebody had come it says what had been promised; of a return nothing that is shown here. */
function rescheduled(
  { progress, awaitsNext }: DetailVisit,
  { technician, window }: VisitRescheduled['data'],
): Partial<DetailVisit> {
  if (progress === 'away') return {};
  if (awaitsNext && !hasBegun(progress)) return { technician, window };
  return hasBegun(progress) ? { window } : { technician, window, arrivedAt: null };
}

/** Whoever leaves by themself ends the visit only where they leave last. */
function leftAfter(
  { leftAt }: DetailVisit,
  { data, occurredAt }: TechnicianLeft,
): Partial<DetailVisit> {
  if (data.technician === undefined) return { leftAt: occurredAt };
  return leftAt !== null && leftAt < occurredAt ? { leftAt: occurredAt } : {};
}

function charged(charge: DetailCharge, event: RecordedTicketEvent): Partial<DetailCharge> {
  switch (event.type) {
    case 'ChargeAcknowledged':
      return { quote: event.data.quote, total: event.data.total };
    case 'ChargeCollected': {
      const { amount, method } = event.data;
      return { collected: [...charge.collected, { ...done(event), amount, method }] };
    }
    case 'ReceiptIssued': {
      const { number, amount } = event.data;
      return { receipts: [...charge.receipts, { number, amount }] };
    }
    case 'ChargeWaived': {
      const { amount, reason, line } = event.data;
      const waiver = { ...done(event), amount, reason, ...(line !== undefined && { line }) };
      return { waivers: [...charge.waivers, waiver] };
    }
    case 'ChargeRefunded': {
      const { amount, method, reason, receipt } = event.data;
      const refund = { ...done(event), amount, method, reason, receipt };
      return { refunds: [...charge.refunds, refund] };
    }
    case 'MoneyHandedOver': {
      const { employee, amount } = event.data;
      return { handovers: [...charge.handovers, { ...done(event), employee, amount }] };
    }
    case 'HandOverCorrected': {
      const { handOver, employee, amount } = event.data;
      const handovers = charge.handovers.map((each, index) =>
        index === handOver - 1 ? { ...each, employee, amount } : each,
      );
      return { handovers };
    }
    case 'MoneyDemandWithdrawn': {
      const { employee, demandedAt, rest } = event.data;
      const demands = charge.demands.map((each) =>
        each.employee === employee && each.at === demandedAt
          ? { ...each, amount: rest, kept: each.kept && fen(rest) > 0n ? each.kept : null }
          : each,
      );
      return { demands: demands.filter(({ amount }) => fen(amount) > 0n) };
    }
    case 'MoneyDemanded': {
      const { employee, amount } = event.data;
      const demand = { at: event.occurredAt, employee, amount, kept: null };
      return { demands: [...charge.demands, demand] };
    }
    case 'MoneyKept':
      return { demands: charge.demands.map((each) => keptOf(each, event.data)) };
    default:
      return {};
  }
}

function keptOf(
  demand: DetailDemand,
  { employee, amount, demandedAt }: MoneyKept['data'],
): DetailDemand {
  const isMeant = demand.employee === employee && demand.at === demandedAt;
  return isMeant ? { ...demand, kept: amount } : demand;
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
