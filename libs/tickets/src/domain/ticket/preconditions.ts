import {
  enforce,
  Forbidden,
  NotFound,
  NotPossible,
  type Bilingual,
  type Command,
} from '@app/kernel';
import { toldLate } from '@app/policy';
import { closedTicketStaysClosed } from '../rules/closed-ticket-stays-closed.js';
import { crewAt, crewOf, type Crew } from '../visit/crew.js';
import { isAt, type Visit, type VisitAt, type VisitStatus } from '../visit/visit.state.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';

export { notBefore } from '@app/kernel';

/** The ticket in whatever status. @throws NotFound it was never opened */
export function requireTicket(ticket: Ticket): OpenedTicket {
  if (ticket.status === 'none') {
    throw new NotFound('unknown-ticket', { zh: '没有这张工单', en: 'there is no such ticket' });
  }
  return ticket;
}

/**
 * A ticket on which things may still be put in order: open, or resolved and waiting for its paper,
 * its money or a product's return.
 *
 * @throws Refused [R10] it is closed
 * @throws NotPossible it was cancelled
 */
export function requireUnclosedTicket(ticket: Ticket): OpenedTicket {
  const known = requireTicket(ticket);
  enforce([closedTicketStaysClosed], known);
  if (known.status === 'cancelled') throw wasCancelled();
  return known;
}

export function wasCancelled(): NotPossible {
  return new NotPossible('ticket-cancelled', { zh: '工单已取消', en: 'the ticket was cancelled' });
}

/** A ticket that is being worked on. @throws what `requireUnclosedTicket` throws, and NotPossible when resolved */
export function requireOpenTicket(ticket: Ticket): OpenedTicket {
  const live = requireUnclosedTicket(ticket);
  if (live.status !== 'open') {
    throw new NotPossible('ticket-resolved', {
      zh: '工单已解决，须先重新打开',
      en: 'the ticket is resolved; it must be reopened first',
    });
  }
  return live;
}

/**
 * The ticket for what happened on it: told in time it must be open; told late it is stored, whatever
 * has become of the ticket since.
 *
 * @throws told in time, what `requireOpenTicket` throws
 */
export function requireTicketOfFact(command: Command, ticket: Ticket): OpenedTicket {
  return toldLate(command) ? requireTicket(ticket) : requireOpenTicket(ticket);
}

/**
 * The ticket for what was agreed on it, and is over by now: it was open then, whatever has become of it since.
 *
 * @throws what `requireOpenTicket` throws: it had ended before
 */
export function requireTicketOpenThen({ occurredAt }: Command, ticket: Ticket): OpenedTicket {
  const known = requireTicket(ticket);
  if (known.status === 'open') return known;
  const ended = known.stepsAt[known.status === 'cancelled' ? 'TicketCancelled' : 'TicketResolved'];
  return ended !== undefined && occurredAt < ended ? known : requireOpenTicket(ticket);
}

/** As `requireTicketOfFact`, for paper, money and hours, which are told in time also after the solution. */
export function requireTicketOfPaper(command: Command, ticket: Ticket): OpenedTicket {
  return toldLate(command) ? requireTicket(ticket) : requireUnclosedTicket(ticket);
}

/** The visit of that number, in whatever status. @throws NotFound the ticket has none */
export function visitOf(ticket: OpenedTicket, number: number): Visit {
  const visit = ticket.visits.find((each) => each.visit === number);
  if (!visit) {
    throw new NotFound(
      'visit-not-found',
      { zh: '工单没有这次上门', en: 'the ticket has no such visit' },
      '/visit',
    );
  }
  return visit;
}

/**
 * The visit, if it stands at one of `statuses`; it has the fields that it can have then.
 *
 * @throws NotFound · NotPossible it stands elsewhere
 */
export function visitAt<Status extends VisitStatus>(
  ticket: OpenedTicket,
  number: number,
  ...statuses: readonly Status[]
): VisitAt<Status> {
  const visit = visitOf(ticket, number);
  if (!isAt(visit, statuses)) {
    throw new NotPossible(`visit-${visit.status}`, {
      zh: `上门状态为“${STATUS[visit.status].zh}”，此步骤不可行`,
      en: `${STATUS[visit.status].en}; this step is not possible now`,
    });
  }
  return visit;
}

/**
 * Technicians act on the visits that they make, responsible for it or one of the others. Whoever else may take the step, by the table of permissions,
 * may take it on anyone's: a supervisor, or the sales rep at the counter who takes the money.
 *
 * @throws Forbidden it is another technician's visit
 */
export function requireOwnVisit(command: Command, visit: Crew): void {
  const { actor } = command;
  const crew = crewAt(command, visit);
  const own = [actor.id, actor.onBehalfOf];
  if (actor.role !== 'technician' || crew.some((each) => own.includes(each))) return;
  throw new Forbidden('not-your-visit', {
    zh: '这次上门由另一位技术员负责',
    en: 'this visit belongs to another technician',
  });
}

/**
 * Technicians speak for a ticket only where a visit is theirs.
 *
 * @throws Forbidden none of the ticket's visits is the technician's
 */
export function requireOwnTicket(
  { actor }: Command,
  { visits }: Pick<OpenedTicket, 'visits'>,
): void {
  const own = [actor.id, actor.onBehalfOf];
  const mine = visits.flatMap(crewOf).some((each) => own.includes(each));
  if (actor.role !== 'technician' || mine) {
    return;
  }
  throw new Forbidden('not-your-ticket', {
    zh: '这张工单没有由您负责的上门',
    en: 'none of the visits of this ticket is yours',
  });
}

const STATUS: Record<VisitStatus, Bilingual> = {
  scheduled: { zh: '已预约', en: 'the technician has not set out yet' },
  departed: { zh: '已出发', en: 'the technician is on the way' },
  'on-site': { zh: '已到场', en: 'the technician is on site' },
  working: { zh: '维修中', en: 'the work is going on' },
  away: { zh: '中断，待返回', en: 'the work is interrupted, and the technician is to come back' },
  left: { zh: '已离开', en: 'the technician has left' },
  absent: { zh: '客户不在', en: 'the customer was not there, and the technician has left' },
  completed: { zh: '已完成', en: 'the visit has been completed' },
  'no-show': { zh: '失约', en: 'the visit was a no-show' },
  cancelled: { zh: '已取消', en: 'the visit has been cancelled' },
};
