import type { Instant } from '@app/kernel';
import { lapsed, type PartsInHand, type Verdict } from '../domain/parts.state.js';
import type { Tickets } from './ports.js';

/** What became of reservations that nobody goes by any more; where there are none, nothing is asked. */
export function verdictsOn(
  parts: PartsInHand,
  now: Instant,
  tickets: Tickets,
): Promise<readonly Verdict[]> {
  return Promise.all(
    lapsed(parts, now).map(async ({ ticket, claim }) => ({
      claim,
      stands: await tickets.hasTaken(ticket, claim.command),
    })),
  );
}
