import type { Instant } from '@app/kernel';
import type { RepairCauseCorrected, TicketEvent } from '../ticket/ticket.events.js';
import type { WorkSuspended } from '../visit/on-site.events.js';
import { isOwnHour } from '../visit/wishes.js';

/** What of an event bears on the clocks, in whatever order events are told. */
export interface ClockFact {
  readonly type: TicketEvent['type'];
  readonly at: Instant;
  readonly visit?: number;
  /** The service is back. */
  readonly restored?: boolean;
  /** Of a repair, that there was a fault. */
  readonly foundFault?: boolean;
  /** Until when the customer wants nobody, by their words; of a suspension, where it is on their side. */
  readonly until?: Instant;
  readonly words?: string;
  /** When somebody is to come. */
  readonly from?: Instant;
  /** The customer asked for that hour, or for none. */
  readonly wished?: boolean;
}

/** The facts after one more event, in the order in which they were told. */
export function clockFactsAfter(
  facts: readonly ClockFact[],
  event: TicketEvent,
): readonly ClockFact[] {
  if (event.type === 'RepairCauseCorrected') return causeCorrected(facts, event);
  const fact = factOf(event);
  return fact ? [...facts, { type: event.type, at: event.occurredAt, ...fact }] : facts;
}

/** Whether there was a fault is said anew of the repair that the correction names. */
function causeCorrected(
  facts: readonly ClockFact[],
  { data: { visit, repairedAt, cause } }: RepairCauseCorrected,
): readonly ClockFact[] {
  return facts.map((fact) =>
    fact.type === 'RepairCompleted' && fact.visit === visit && fact.at === repairedAt
      ? { ...fact, foundFault: cause !== 'no-fault' }
      : fact,
  );
}

/** Whether an event bears on the clocks. */
export function isClockFact(event: TicketEvent): boolean {
  return factOf(event) !== undefined;
}

function factOf(event: TicketEvent): Omit<ClockFact, 'type' | 'at'> | undefined {
  switch (event.type) {
    case 'TicketOpened':
    case 'TicketReopened':
    case 'TicketCancelled':
      return {};
    case 'TicketResolved':
      return { restored: event.data.outcome === 'restored' };
    case 'VisitScheduled':
    case 'VisitRescheduled': {
      const { visit, window, wishedLater } = event.data;
      const { from } = window;
      const later = wishedLater !== undefined && { until: from, words: wishedLater };
      return { visit, from, wished: isOwnHour(event.data), ...later };
    }
    case 'DelayNotified':
      return { visit: event.data.visit, from: event.data.newArrival };
    case 'WorkSuspended': {
      const { visit, resumeAt } = event.data;
      return { visit, from: resumeAt, ...(standsStill(event.data) && { until: resumeAt }) };
    }
    case 'RepairCompleted': {
      const { visit, restored, cause } = event.data;
      return { visit, restored, foundFault: cause !== 'no-fault' };
    }
    case 'VisitCancelled': {
      const { visit, atCustomersWish: wished = false } = event.data;
      return { visit, wished };
    }
    case 'TechnicianArrived': {
      const { visit, agreedEarlier = false } = event.data;
      return { visit, ...(agreedEarlier && { from: event.occurredAt }) };
    }
    case 'CustomerGreeted':
    case 'CustomerAbsent':
    case 'WorkStarted':
    case 'WorkResumed':
      return { visit: event.data.visit };
    case 'TechnicianLeft':
      return event.data.technician === undefined ? { visit: event.data.visit } : undefined;
    default:
      return undefined;
  }
}

/**
 * The facts of a round in the order in which they happened: of the first those until the ticket was
 * first reopened, of each other those since its reopening.
 */
export function factsOfRound(facts: readonly ClockFact[], round: number): readonly ClockFact[] {
  const ordered = facts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const reopenings = ordered.filter(({ type }) => type === 'TicketReopened').map(({ at }) => at);
  const from = reopenings[round - 2];
  const until = reopenings[round - 1];
  return ordered.filter(
    ({ at }) => (from === undefined || at >= from) && (until === undefined || at < until),
  );
}

/** Round 1 since the call, another since each reopening. */
export function roundOf(facts: readonly ClockFact[]): number {
  return 1 + facts.filter(({ type }) => type === 'TicketReopened').length;
}

/** While the customer rests the clock stands still where they were asked for their hours: unasked it runs on. */
function standsStill({
  reason,
  customerSide,
  hoursAsked,
}: Pick<WorkSuspended['data'], 'reason' | 'customerSide' | 'hoursAsked'>): boolean {
  return customerSide && (hoursAsked || reason !== 'rest-or-meal');
}
