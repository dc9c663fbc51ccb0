import { Invalid, type Instant } from '@app/kernel';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { Deadline } from './deadline.js';
import { ranFor, runBetween } from './running-time.js';

/**
 * What the customer wishes lets the clocks stand still only where the appointment is after the first
 * deadline that is still to be met: an earlier one is no reason for more time.
 *
 * @throws Invalid `wish-within-deadline`
 */
export function requireAfterDeadline(
  from: Instant,
  { deadlines: { response, restoration } }: OpenedTicket,
  now: Instant,
): void {
  const due = [response, restoration]
    .filter((each) => each?.verdict === 'running')
    .map((each) => dueWithoutPause(each!, now))
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

/** The new appointment takes the place of what the clock stands still for now. */
function dueWithoutPause({ due, pause, working }: Deadline, now: Instant): Instant {
  if (!pause) return due;
  const left = runBetween(pause.until ?? pause.since, due, working);
  return ranFor(left, { from: now, ...(working && { working }) }, [], now).at;
}
