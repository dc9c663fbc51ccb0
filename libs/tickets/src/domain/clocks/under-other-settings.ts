import type { Instant } from '@app/kernel';
import type { SlaClock } from '../ticket/ticket.values.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { Verdict } from './clock.events.js';
import { allDeadlines } from './deadline.js';
import { reckon } from './reckoning.js';

/** A clock that other response times would have judged otherwise. */
export interface OtherClockVerdict {
  readonly clock: SlaClock;
  readonly round: number;
  /** The edition of the service settings that judges it. */
  readonly edition: string;
  readonly due: Instant;
  readonly verdict: Verdict;
  readonly otherDue: Instant;
  readonly otherVerdict: Verdict;
}

/**
 * The clocks of a ticket that other response times of the house would have judged otherwise, by the same
 * facts in the same order (B2). Clocks under terms of a contract are none of theirs.
 */
export function clocksUnder(
  ticket: Ticket,
  minutes: Readonly<Record<SlaClock, number>>,
  now: Instant,
): readonly OtherClockVerdict[] {
  if (ticket.status === 'none') return [];
  return allDeadlines(ticket)
    .filter(({ terms }) => terms === 'default')
    .flatMap(({ noSooner: _, ...set }) => {
      const { clock, round, edition, due, verdict } = set;
      const other = reckon({ ...set, minutes: minutes[clock] }, ticket.clockFacts, now);
      if (other.verdict === verdict) return [];
      const { due: otherDue, verdict: otherVerdict } = other;
      return [{ clock, round, edition, due, verdict, otherDue, otherVerdict }];
    });
}
