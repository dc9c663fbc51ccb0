import { isOfFinding } from '@app/findings';
import type { Command } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import { isInOrder } from '../steps/close-ticket.js';
import { extraReckoned } from './extra-reckoned.js';
import { isClockFact } from '../clocks/clock-facts.js';
import { isOfClock } from '../clocks/deadline.js';
import { timekept } from '../clocks/timekeeping.js';
import { rejudged } from './rejudged.js';
import type { TicketEvent } from './ticket.events.js';
import { evolve } from './ticket.evolve.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';

/**
 * A step's events, and what follows of them on the ticket: judgements that they change, what they say of the clocks, and a closing
 * that a new finding undoes.
 */
export function withConsequences(
  command: Command,
  ticket: Ticket,
  events: readonly TicketEvent[],
): readonly TicketEvent[] {
  if (ticket.status === 'none' || events.every(isOfReview)) return events;
  const judged = [...events, ...rejudged(command, ticket, events)];
  const all = [...judged, ...saidOfClocks(command, ticket, judged)];
  return [...all, ...closingUndone(command, ticket, all), ...reckoned(command, ticket, all)];
}

/** What becomes of a finding that is known; a new one bears on the ticket, as it undoes a closing. */
function isOfReview(event: TicketEvent): boolean {
  return isOfFinding(event) && event.type !== 'FindingRecorded';
}

/** What extra service has brought by what is known of the money now, where anything may have changed of it (D30). */
function reckoned(
  command: Command,
  ticket: OpenedTicket,
  events: readonly TicketEvent[],
): readonly TicketEvent[] {
  if (!events.some(({ type }) => OF_EXTRA.has(type))) return [];
  return extraReckoned(command, events.reduce(evolve, ticket as Ticket) as OpenedTicket);
}

const OF_EXTRA: ReadonlySet<TicketEvent['type']> = new Set([
  'ChargeAcknowledged',
  'ChargeCollected',
  'ChargeWaived',
  'ChargeRefunded',
  'ExternalCauseWithdrawn',
  'EntitlementChecked',
  'LabourLogged',
  'LabourCorrected',
  'LabourWithdrawn',
  'RepairCompleted',
  'VisitCompleted',
  'MoneyHandedOver',
  'HandOverCorrected',
  'MoneyDemanded',
  'EarnersStated',
  'PartConsumed',
  'PartCorrected',
  'PartWithdrawn',
  'TicketResolved',
  'TicketReopened',
]);

/** What the step shows of the clocks: most steps do not bear on them. */
function saidOfClocks(
  command: Command,
  ticket: OpenedTicket,
  events: readonly TicketEvent[],
): readonly TicketEvent[] {
  if (!events.some((event) => isClockFact(event) || isOfClock(event))) return [];
  return timekept(command, events.reduce(evolve, ticket as Ticket), events[0]);
}

/**
 * A closed ticket has no finding that nobody has reviewed, and its paper is in order. A new finding, or
 * what is told late and asks for paper, makes it resolved again (R10).
 */
function closingUndone(
  command: Command,
  ticket: OpenedTicket,
  events: readonly TicketEvent[],
): TicketEvent[] {
  if (ticket.status !== 'closed') return [];
  const after = events.reduce(evolve, ticket as Ticket) as OpenedTicket;
  if (after.status !== 'closed') return [];
  const findings = events.flatMap((event) =>
    event.type === 'FindingRecorded' ? [event.data.finding] : [],
  );
  if (findings.length === 0 && isInOrder(after)) return [];
  const occurredAt = cameToLight(command, ticket.stepsAt.TicketClosed);
  return [happened({ ...command, occurredAt }, 'ClosingUndone', { findings }, ['R10'])];
}
