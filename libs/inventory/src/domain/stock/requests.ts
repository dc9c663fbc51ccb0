import { NotPossible, plusMinutes, type Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import type { Requested } from './stock.books.js';

const DAY = 24 * 60;

/** Until when what is asked for at an instant waits, by the policy of then; afterwards it is asked for anew. */
export function waitsUntil(at: Instant): Instant {
  return plusMinutes(at, policyAt(at).materials.requestDays * DAY);
}

/** The requests that still wait at an instant, also where nothing was running when their term was over. */
export function waitingAt(requests: readonly Requested[], at: Instant): readonly Requested[] {
  return requests.filter(({ until }) => at < until);
}

/** @throws NotPossible `too-many-requests` whoever asks waits for `openRequests` of the policy already, entered by whomever */
export function mayAskForMore(
  requests: readonly Requested[],
  parties: readonly string[],
  at: Instant,
): void {
  const isTheirs = ({ by, enteredBy = by }: Requested) =>
    parties.some((party) => party === by || party === enteredBy);
  const { openRequests: most, requestDays: days } = policyAt(at).materials;
  if (waitingAt(requests, at).filter(isTheirs).length < most) return;
  throw new NotPossible('too-many-requests', {
    zh: `同一人对同一处同一物料至多 ${most} 张待办申请；${days} 天未发放的申请自行失效`,
    en: `${most} requests of one person for one material at one place wait at most; what was not issued in ${days} days waits no more`,
  });
}
