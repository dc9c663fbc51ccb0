import { findingsAfter, recordDeeds } from '@app/findings';
import { broken, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import {
  notBefore,
  requireOwnVisit,
  requireTicketOfFact,
  visitAt,
  visitOf,
} from '../ticket/preconditions.js';
import { hourFrom } from '../visit/booked-hour.js';
import { editionOf } from '../visit/rest.js';
import { checkNewHour, promiseOf } from '../visit/new-hour.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { NotifyDelay } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { awaitsOne } from '../visit/own-return.js';
import { wayOf } from '../visit/own-way.js';
import { notAfter } from '../visit/setting-out.js';
import {
  hasArrived,
  isPending,
  isUnderWay,
  returnAt,
  type Visit,
  type VisitSinceArrival,
} from '../visit/visit.state.js';

const ownWords = [found.delayIsExplained, found.delayIsApologisedFor];

/**
 * The customer is told in advance, with the reason, an apology and the new hour (V7), for which the
 * technician is then booked instead. A notice that is recorded late moves the promise too. Sent with
 * a batch it is as good as one in time, since the device had no connection; entered by hand when the
 * promised hour was over, it is found, with the reason that was given for the delay. The return to
 * work that was interrupted is an appointment like any other.
 */
export function notifyDelay(command: NotifyDelay, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { data, occurredAt, known } = command;
  const promised = promisedVisit(command, open);
  const { visit, technician } = promised;
  const promise = promiseOf(promised, occurredAt);
  const { expectedBy } = promise;
  requireOwnVisit(command, promised);
  whileAwaited(command, open, promised);
  inOrder(command, promised);
  const disturbing = checkNewHour(command, open, promise);
  const ahead =
    (isPending(promised) || promised.status === 'away') && known.receivedAt < data.newArrival;
  const booked = ahead ? { booked: hourFrom(data.newArrival) } : {};
  const said = command.inBatch ? ownWords : [...ownWords, found.noticeIsRecordedInTime];
  const about = {
    visit,
    person: toldBy(command, technician),
    ...(data.reason.trim() && { remark: data.reason }),
  };
  const ill = broken(said, { ...data, ...known, notifiedAt: occurredAt, expectedBy });
  const deeds = recordDeeds(command, open, ill, about);
  const findings = deeds.reduce<typeof open.findings>(findingsAfter, open.findings);
  const hour = { from: data.newArrival, until: data.newArrival };
  const onDay = { ...about, ...editionOf(hour, known) };
  return [
    happened(command, 'DelayNotified', { ...data, ...booked }, ['V7']),
    ...deeds,
    ...recordDeeds(command, { findings }, disturbing, onDay),
  ];
}

/** @throws Invalid the notice is dated before what it builds on, or when they had come */
function whileAwaited(command: NotifyDelay, { openedAt }: OpenedTicket, promised: Visit): void {
  notBefore(command, promised.status === 'departed' ? promised.departedAt : openedAt);
  if (promised.status === 'away') notBefore(command, promised.suspension.since);
  else if (hasArrived(promised) && !returnAt(promised, command.occurredAt) && !awaitsOne(promised))
    notAfter(command, firstOfResponsible(promised));
}

/** Who gave the notice answers for it: somebody of the office, or the technician of the visit. */
function toldBy({ actor }: NotifyDelay, technician: string): string {
  return actor.role === 'technician' ? technician : (actor.onBehalfOf ?? actor.id);
}

/** Told late, the technician may have come since; others may have come before them, or have stayed when they left to come back. */
function promisedVisit(command: NotifyDelay, open: OpenedTicket): Visit {
  const visit = visitOf(open, command.data.visit);
  const follows = isUnderWay(visit) && visit.apart && !visit.present.includes(visit.technician);
  if (toldLate(command) || follows || awaitsOne(visit)) return visit;
  return visitAt(open, visit.visit, 'scheduled', 'departed', 'away');
}

/** When the customer no longer waited for the responsible technician; undefined: they wait still. */
function firstOfResponsible(visit: VisitSinceArrival): Instant | undefined {
  return visit.apart ? wayOf(visit, visit.technician).arrivedAt : visit.arrivedAt;
}
