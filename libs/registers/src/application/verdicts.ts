import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { ticketStreams } from '@app/tickets';
import { lapsed, type PartsInHand, type Verdict } from '../domain/parts.state.js';

/** What became of reservations that nobody goes by any more; where there are none, nothing is asked. */
export function verdictsOn(
  parts: PartsInHand,
  now: Instant,
  contexts: Contexts,
): Promise<readonly Verdict[]> {
  return Promise.all(
    lapsed(parts, now).map(async ({ ticket, claim }) => ({
      claim,
      stands: await contexts.hasTaken(ticketStreams, ticket, claim.command),
    })),
  );
}
