import { hasLapsed, NotFound, streamsOf, type Claim, type Instant } from '@app/kernel';
import type { PartsReserved } from './parts.events.js';

/** Parts that are set aside for a command; they are in hand until it is known to stand. */
export type Reservation = Omit<PartsReserved['data'], 'employee' | 'sku'>;

/** How many pieces of one material are in one technician's hands. Stream `parts-<employee>:<sku>`. */
export interface PartsInHand {
  readonly quantity: number;
  readonly reserved: readonly Reservation[];
}

/** In whose hands, and of which material. */
export type InHand = Pick<PartsReserved['data'], 'employee' | 'sku'>;

export const partsStreams = streamsOf<PartsInHand, InHand>('parts', ['employee', 'sku']);

/** What became of the command that a claim was made for. */
export interface Verdict {
  readonly claim: Claim;
  /** It stands on its ticket; otherwise the claim is an orphan. */
  readonly stands: boolean;
}

/**
 * How many of the parts can be used or given back. A command sets its parts aside once, however
 * many of its requests hold a claim.
 *
 * @param mine whose own claims do not stand in its way
 * @param verdicts the orphans among them do not count
 */
export function free(
  { quantity, reserved }: PartsInHand,
  mine?: Pick<Reservation, 'ticket'> & { readonly command: string },
  verdicts: readonly Verdict[] = [],
): number {
  const own = mine && keyOf(mine.ticket, mine.command);
  const orphans = verdicts.filter(({ stands }) => !stands).map(({ claim }) => claim.id);
  const aside = reserved
    .filter(({ claim }) => !orphans.includes(claim.id))
    .map((each) => [keyOf(each.ticket, each.claim.command), each.quantity] as const)
    .filter(([key]) => key !== own);
  return [...new Map(aside).values()].reduce((left, each) => left - each, quantity);
}

/** Reservations that no request goes by any more: of commands all of whose claims have lapsed. */
export function lapsed({ reserved }: PartsInHand, now: Instant): readonly Reservation[] {
  return reserved.filter((each) =>
    reserved.every((other) => !isOfSameCommand(each, other) || hasLapsed(other.claim, now)),
  );
}

export function isOfSameCommand(
  a: Pick<Reservation, 'ticket' | 'claim'>,
  b: Pick<Reservation, 'ticket' | 'claim'>,
): boolean {
  return keyOf(a.ticket, a.claim.command) === keyOf(b.ticket, b.claim.command);
}

function keyOf(ticket: string, command: string): string {
  return `${ticket}/${command}`;
}

export function neverIssued(): NotFound {
  return new NotFound('never-issued', {
    zh: '从未向该员工发放此配件',
    en: 'this part was never issued to this employee',
  });
}
