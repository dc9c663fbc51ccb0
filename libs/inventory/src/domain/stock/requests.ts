import { NotPossible, plusMinutes, type Instant } from '@app/kernel';
import type { Requested } from './stock.books.js';

/** Requests of one person for one material at one place that wait at a time. It is no number of the policy. */
const MOST_OPEN = 20;

/** What nobody has issued after so many days is asked for anew. It is no number of the policy. */
const DAYS = 30;

/** Until when what is asked for at an instant waits. */
export function waitsUntil(at: Instant): Instant {
  return plusMinutes(at, DAYS * 24 * 60);
}

/** The requests that still wait at an instant, also where nothing was running when their term was over. */
export function waitingAt(requests: readonly Requested[], at: Instant): readonly Requested[] {
  return requests.filter(({ until }) => at < until);
}

/** @throws NotPossible `too-many-requests` whoever asks waits for `MOST_OPEN` already, entered by whomever */
export function mayAskForMore(
  requests: readonly Requested[],
  parties: readonly string[],
  at: Instant,
): void {
  const isTheirs = ({ by, enteredBy = by }: Requested) =>
    parties.some((party) => party === by || party === enteredBy);
  if (waitingAt(requests, at).filter(isTheirs).length < MOST_OPEN) return;
  throw new NotPossible('too-many-requests', {
    zh: `同一人对同一处同一物料至多 ${MOST_OPEN} 张待办申请；${DAYS} 天未发放的申请自行失效`,
    en: `${MOST_OPEN} requests of one person for one material at one place wait at most; what was not issued in ${DAYS} days waits no more`,
  });
}
