import { enforceOrFind, type Found } from '@app/findings';
import { datesOf, Invalid, localDate, NotPossible, type Instant } from '@app/kernel';
import { found } from '../ticket/found.js';
import type { NotifyDelay } from '../ticket/ticket.commands.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { isEmergencyBy, restHours } from './rest-hours.js';
import { returnAt, suspensionOf, type Suspension, type Visit } from './visit.state.js';

/** When the customer expects somebody, and what they were told of it last. */
export type Promised = Pick<Visit, 'window' | 'expectedBy' | 'delay'>;

/**
 * The visit with what the customer was promised of it last: the appointment, or the hour agreed for going on.
 *
 * @param at of what is told late: the return that they waited for then
 */
export function promiseOf<V extends Visit>(visit: V, at?: Instant): V {
  const back = at === undefined ? undefined : returnAt(visit, at);
  if (back) {
    const { resumeAt: from, returnBy: until } = back;
    return { ...visit, window: { from, until }, expectedBy: until, delay: undefined };
  }
  const suspension = awaitedAt(visit, at);
  return suspension ? { ...visit, window: visit.booked, expectedBy: suspension.returnBy } : visit;
}

/** The work that somebody is to come back to, or was to before nobody was known to have come. */
function awaitedAt(visit: Visit, at: Instant | undefined): Suspension | undefined {
  if (visit.status === 'away' && at === undefined) return visit.suspension;
  const agreed = visit.status === 'left' ? visit.returning?.suspension : suspensionOf(visit);
  return at !== undefined && agreed && agreed.since <= at ? agreed : undefined;
}

/**
 * Whether the hour that a notice of delay names is one of a delay: later than promised, on the same
 * day, and not in the customer's rest or meal hours unless they wish it. Beyond that the visit is
 * rescheduled. Told late, an hour that disturbs them is returned, to be recorded as a finding.
 *
 * @throws Invalid pointing at `/newArrival` · NotPossible the customer was told that hour before
 * @throws Refused [V19] told in time, it lies in the customer's rest or meal hours
 */
export function checkNewHour(
  command: NotifyDelay,
  ticket: OpenedTicket,
  { window, expectedBy, delay }: Promised,
): Found[] {
  const { data, occurredAt, known } = command;
  const { newArrival, customerWishes } = data;
  if (newArrival <= occurredAt) {
    throw new Invalid(
      'new-arrival-past',
      { zh: '新的到场时间须晚于通知时间', en: 'the new arrival must be later than the notice' },
      '/newArrival',
    );
  }
  if (delay?.newArrival === newArrival) {
    throw new NotPossible('delay-already-notified', {
      zh: '已通知过同一到场时间',
      en: 'the customer was told this hour before',
    });
  }
  if (newArrival <= expectedBy) {
    throw new Invalid(
      'not-later-than-promised',
      { zh: '新的到场时间并不晚于约定', en: 'the new arrival is not later than was promised' },
      '/newArrival',
    );
  }
  if (!datesOf({ from: window.from, until: expectedBy }).includes(localDate(newArrival))) {
    throw new Invalid(
      'beyond-the-day',
      {
        zh: '延误以当日为限；改到另一天须改约',
        en: 'a delay stays within the day; for another day the visit is rescheduled',
      },
      '/newArrival',
      'V7',
    );
  }
  return enforceOrFind(command, [found.quietHoursAreKept], {
    window: { from: newArrival, until: newArrival },
    ...restHours(known, ticket),
    wished: customerWishes !== undefined,
    emergency: isEmergencyBy(ticket, occurredAt),
  });
}
