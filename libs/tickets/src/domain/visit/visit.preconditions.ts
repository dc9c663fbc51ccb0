import type { FindingAbout } from '@app/findings';
import { enforce, Invalid, NotPossible, type Command } from '@app/kernel';
import { toldLate } from '@app/policy';
import {
  notBefore,
  requireOwnVisit,
  requireTicket,
  requireTicketOfFact,
  requireTicketOfPaper,
  visitAt,
  visitOf,
  wasCancelled,
} from '../ticket/preconditions.js';
import { closedTicketStaysClosed } from '../rules/closed-ticket-stays-closed.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { AtVisit } from './at-visit.js';
import { doerOf, isInWorkshop, workerOf } from './crew.js';
import { hasBegun } from './standing.js';
import { billAt } from './money.js';
import { missedBackAt } from './own-return.js';
import { answerable, missedAt, stayedOn } from './own-way.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import {
  hasGone,
  isUnderWay,
  type Visit,
  type VisitAt,
  type VisitSinceArrival,
  type VisitUnderWay,
} from './visit.state.js';

/** A command for one visit of the ticket. */
export type VisitCommand = Command<string, { readonly visit: number }>;

/** The ticket, and the visit on which something is to happen. */
export interface VisitOfTicket<V extends Visit> {
  readonly open: OpenedTicket;
  readonly visit: V;
}

/** From the arrival on, for what is told late: the visit may be over by now. */
const AFTERWARDS = ['away', 'left', 'completed'] as const;
/** Others have gone, or found nobody. */
const AFTER_OTHERS = [...AFTERWARDS, 'absent'] as const;
const SINCE_ARRIVAL = ['on-site', 'working', ...AFTERWARDS] as const;

/**
 * The technician is at the customer's, and the visit is theirs. What is told late may have happened
 * there before they left, and whoever came by themself may be there yet when the others have gone.
 *
 * @throws what `requireTicketOfFact`, `visitAt` and `requireOwnVisit` throw; Invalid it happened before the arrival, before what
 * it builds on, or after the leaving
 */
export function atCustomers(
  command: VisitCommand,
  ticket: Ticket,
): VisitOfTicket<VisitSinceArrival> {
  const open = requireTicketOfFact(command, ticket);
  const visit = visitAt(
    open,
    command.data.visit,
    'on-site',
    'working',
    ...whenOthersLeft(command, open),
  );
  beforeLeaving(command, visit);
  heldToBeThere(command, visit);
  return ownVisit(command, { open, visit });
}

/**
 * The technician has not left yet, whatever has become of the ticket meanwhile.
 *
 * @throws NotFound · NotPossible they have · what `requireOwnVisit` throws
 */
export function stillThere(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitUnderWay> {
  const open = requireTicket(ticket);
  return ownVisit(command, {
    open,
    visit: visitAt(open, command.data.visit, 'on-site', 'working'),
  });
}

/** At the customer's, or, whoever does it, in the workshop with a product that this visit brought in (V18). */
export function atWork(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const open = requireTicketOfFact(command, ticket);
  const { visit: number } = command.data;
  const workshop = open.custody.some(({ visit }) => visit === number);
  const inWorkshop = workshop ? AFTERWARDS : [];
  const afterwards = whenOthersLeft(command, open);
  const visit = visitAt(open, number, 'on-site', 'working', ...inWorkshop, ...afterwards);
  if (isInWorkshop(visit, command.occurredAt)) return inTime(command, { open, visit });
  if (visit.firstAt.ProductTakenIn === undefined) beforeLeaving(command, visit);
  heldToBeThere(command, visit);
  return ownVisit(command, { open, visit });
}

/** From the arrival until the visit is completed: paper and money may follow after leaving. Told late, also after that. */
export function sinceArrival(
  command: VisitCommand,
  ticket: Ticket,
): VisitOfTicket<VisitSinceArrival> {
  return ownVisit(command, withPaper(command, ticket));
}

/**
 * As `sinceArrival`, of what was taken in: whoever of the workshop works on it, it is theirs to tell (V18), also
 * when the paper of the visit that brought it in is complete.
 */
export function inWorkshop(
  command: VisitCommand,
  ticket: Ticket,
): VisitOfTicket<VisitSinceArrival> {
  const open = requireTicketOfPaper(command, ticket);
  return inTime(command, { open, visit: visitAt(open, command.data.visit, ...SINCE_ARRIVAL) });
}

function withPaper(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const open = ticketOfPaper(command, ticket);
  const late = toldLate(command) ? (['completed'] as const) : [];
  const { visit: number } = command.data;
  const locked = whereWorked(open, number);
  const visit = visitAt(open, number, 'on-site', 'working', 'away', 'left', ...late, ...locked);
  return { open, visit };
}

/** Work was done before nobody was there any more: its hours, its paper and its money may follow. */
function whereWorked(open: OpenedTicket, number: number) {
  const visit = visitOf(open, number);
  return visit.status === 'absent' && hasBegun(visit) ? (['absent'] as const) : [];
}

/** What says of work what was done, and is written down though the ticket was cancelled meanwhile. */
const OF_THE_RECORD: ReadonlySet<string> = new Set([
  'LogLabour',
  'ConsumePart',
  'SignServiceRecord',
  'RefuseSignature',
  'HandOverCustomerCopy',
]);

/** As `requireTicketOfPaper`; whoever is there yet had not heard that the ticket was cancelled. */
function ticketOfPaper(command: VisitCommand, ticket: Ticket): OpenedTicket {
  const known = requireTicket(ticket);
  const unheard = known.status === 'cancelled' && OF_THE_RECORD.has(command.type);
  return unheard && isUnderWay(visitOf(known, command.data.visit))
    ? known
    : requireTicketOfPaper(command, ticket);
}

/** What may still be decided or signed of a visit from the arrival on, also when its paper is complete. @throws what `requireTicketOfPaper`, `visitAt` and `ownVisit` throw */
export function decidedOn(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const open = ticketOfPaper(command, ticket);
  const { visit: number } = command.data;
  const visit = visitAt(open, number, ...SINCE_ARRIVAL, ...whereWorked(open, number));
  return ownVisit(command, { open, visit });
}

/**
 * Money of a visit from the arrival on, whatever has become of the ticket since: a closed one takes
 * it too, and a cancelled one may have some to give back.
 */
export function withMoney(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const open = requireTicket(ticket);
  const { visit: number } = command.data;
  const visit = visitAt(open, number, ...SINCE_ARRIVAL, ...whereWorked(open, number));
  return ownVisit(command, { open, visit });
}

/** What is charged on a visit. @throws what `withMoney` throws; NotPossible the ticket was cancelled and nothing done: nothing is owed */
export function chargedOn(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const found = withMoney(command, ticket);
  if (billAt(found.open, found.visit).stage === 'cancelled') throw wasCancelled();
  return found;
}

/**
 * The technician has left, and the visit waits for its paper; also where nobody was there any more at the return to
 * work that had begun, or where the ticket had been cancelled without their knowing.
 *
 * @throws Refused [R10] the ticket is closed; Invalid it happened before the leaving
 */
export function afterLeaving(
  command: VisitCommand,
  ticket: Ticket,
): VisitOfTicket<VisitAt<'left' | 'absent'>> {
  const open = requireTicket(ticket);
  enforce([closedTicketStaysClosed], open);
  const { visit: number } = command.data;
  const visit = visitAt(open, number, 'left', ...whereWorked(open, number));
  notBefore(command, visit.leftAt);
  return ownVisit(command, { open, visit });
}

/** Where a visit may stand besides when somebody goes on at it, or tells late that they did. */
function whenOthersLeft(command: VisitCommand, open: OpenedTicket) {
  const visit = visitOf(open, command.data.visit);
  const stayed = stayedOn(visit, doerOf(command, visit)) ? AFTER_OTHERS : [];
  return toldLate(command)
    ? [...AFTERWARDS, ...stayed, ...whereWorked(open, command.data.visit)]
    : stayed;
}

/** Whom a finding of this visit concerns: who took the step, or who answers for what nobody did. */
export function aboutVisit(visit: Visit, step?: Command): FindingAbout<AtVisit> {
  return { visit: visit.visit, person: step ? doerOf(step, visit) : answerable(visit) };
}

/** As `aboutVisit`, of work, which in the workshop is whoever's who does it (V18). */
export function aboutWork(visit: Visit, step: Command): FindingAbout<AtVisit> {
  return { visit: visit.visit, person: workerOf(step, visit) };
}

/** @throws NotPossible `own-no-show` it is held that they themselves did not come; whoever did after all tells first when */
function heldToBeThere({ actor, occurredAt }: Command, visit: VisitSinceArrival): void {
  const missed = [actor.onBehalfOf, actor.id].some(
    (each) =>
      each !== undefined &&
      (missedAt(visit, each) ?? missedBackAt(visit, each, occurredAt)) !== undefined,
  );
  if (!missed) return;
  throw new NotPossible('own-no-show', {
    zh: '已登记本人失约；实际到过的，须先登记本人到场',
    en: 'it is recorded that they did not come; whoever did records first when they came',
  });
}

/** @throws Invalid it happened when the technician had left, and nothing was taken along */
function beforeLeaving(command: Command, visit: Visit): void {
  const over = hasGone(visit) || visit.status === 'absent';
  if (!over || command.occurredAt <= visit.leftAt) return;
  if (stayedOn(visit, doerOf(command, visit))) return;
  throw new Invalid(
    'occurred-after-leaving',
    {
      zh: '发生时间晚于技术员离开的时间；仍在现场的人员须先登记本人到场',
      en: 'it cannot have happened there after the technician had left; whoever stayed on records first when they came themself',
    },
    '/occurredAt',
  );
}

/** The visit, if it is the actor's to act on, at a time that fits what it builds on. @throws Forbidden · Invalid */
export function ownVisit<V extends VisitSinceArrival>(
  command: VisitCommand,
  found: VisitOfTicket<V>,
): VisitOfTicket<V> {
  requireOwnVisit(command, found.visit);
  return inTime(command, found);
}

function inTime<V extends VisitSinceArrival>(
  command: VisitCommand,
  found: VisitOfTicket<V>,
): VisitOfTicket<V> {
  notBefore(command, found.visit.arrivedAt);
  inOrder(command, found.visit);
  return found;
}
