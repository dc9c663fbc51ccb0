import { Invalid, type Instant } from '@app/kernel';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { allDeadlines, type Deadline } from './deadline.js';
import { reckon, type Reckoning } from './reckoning.js';
import { ranFor, runBetween } from './running-time.js';

/**
 * What the customer wishes lets the clocks stand still only where the appointment is after the first
 * deadline that was still to be met when it was agreed: an earlier one is no reason for more time.
 * What has become of the clocks since bears on nothing that is told late.
 *
 * @throws Invalid `wish-within-deadline`
 */
export function requireAfterDeadline(from: Instant, ticket: OpenedTicket, agreedAt: Instant): void {
  const facts = ticket.clockFacts.filter(({ at }) => at <= agreedAt);
  const due = allDeadlines(ticket)
    .filter((each) => each.from <= agreedAt)
    .map((each) => ({ ...each, ...reckon(each, facts, agreedAt) }))
    .filter(({ verdict }) => verdict === 'running')
    .map((each) => dueWithoutPause(each, agreedAt))
    .sort()[0];
  if (due === undefined || from > due) return;
  throw new Invalid(
    'wish-within-deadline',
    {
      zh: '预约时段在时限之内开始，时限无须暂停，请不要填写客户要求推迟的原话',
      en: 'the window begins within the deadline, so no clock needs to stand still; leave the customer’s words out',
    },
    '/wishedLater',
  );
}

/** The new appointment takes the place of what the clock stands still for then. */
function dueWithoutPause(
  { due, pause, working }: Reckoning & Pick<Deadline, 'working'>,
  agreedAt: Instant,
): Instant {
  if (!pause) return due;
  const left = runBetween(pause.until ?? pause.since, due, working);
  return ranFor(left, { from: agreedAt, ...(working && { working }) }, [], agreedAt).at;
}
