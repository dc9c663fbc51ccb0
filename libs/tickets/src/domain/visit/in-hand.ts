import { fen, sum, yuan, type Fen, type Instant, type Yuan } from '@app/kernel';
import { policyAt } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';

/** Money that somebody who went to the customer collected for the company, and has not handed over (D40). */
export interface InHand {
  readonly employee: string;
  readonly amount: Yuan;
  readonly collectedAt: Instant;
  /** When it was demanded; absent: it was not. */
  readonly demandedAt?: Instant;
  /** It was not handed over in the term after that. */
  readonly kept?: true;
}

/**
 * What of a visit's money is in whose hands after one more event, oldest first. What the centre's own
 * counter takes is with the company at once, as is what is paid otherwise than the settings say.
 *
 * @param crew everybody who is or was on the visit
 */
export function inHandAfter(
  inHand: readonly InHand[],
  event: TicketEvent,
  crew: readonly string[],
): readonly InHand[] {
  switch (event.type) {
    case 'ChargeCollected': {
      const { collectedBy: employee, amount, method } = event.data;
      if (!comesIntoHands(method, event.occurredAt) || !crew.includes(employee)) return inHand;
      return byTime([...inHand, { employee, amount, collectedAt: event.occurredAt }]);
    }
    case 'ChargeRefunded': {
      const { refundedBy, amount, method } = event.data;
      return comesIntoHands(method, event.occurredAt)
        ? without(inHand, refundedBy, amount)
        : inHand;
    }
    case 'MoneyHandedOver':
      return without(inHand, event.data.employee, event.data.amount);
    case 'MoneyDemanded': {
      const { employee, collectedAt } = event.data;
      return inHand.map((each) =>
        isDue(each, employee, collectedAt) ? { ...each, demandedAt: event.occurredAt } : each,
      );
    }
    case 'MoneyKept': {
      const { employee, demandedAt } = event.data;
      return inHand.map((each) =>
        each.employee === employee && each.demandedAt === demandedAt
          ? { ...each, kept: true }
          : each,
      );
    }
    default:
      return inHand;
  }
}

/** Paid so, it is not with the company by itself. */
export function comesIntoHands(method: string, at: Instant): boolean {
  return policyAt(at).handover.inHand.includes(method);
}

/** What somebody has in hand. */
export function heldBy(inHand: readonly InHand[], employee: string): Yuan {
  return total(inHand.filter((each) => each.employee === employee));
}

/** What somebody had collected by then, and has been asked for by nobody. */
export function dueFrom(
  inHand: readonly InHand[],
  { employee, collectedAt }: Pick<InHand, 'employee' | 'collectedAt'>,
): Yuan {
  return total(inHand.filter((each) => isDue(each, employee, collectedAt)));
}

/** What was demanded of somebody at that time, and is still in their hands. */
export function keptOf(
  inHand: readonly InHand[],
  demand: { readonly employee: string; readonly demandedAt: Instant },
): Yuan {
  return total(
    inHand.filter(
      ({ employee, demandedAt, kept }) =>
        employee === demand.employee && demandedAt === demand.demandedAt && !kept,
    ),
  );
}

function isDue(each: InHand, employee: string, until: Instant): boolean {
  return each.employee === employee && each.collectedAt <= until && each.demandedAt === undefined;
}

function total(inHand: readonly InHand[]): Yuan {
  return sum(inHand.map(({ amount }) => amount));
}

/** The oldest goes first. */
function without(inHand: readonly InHand[], employee: string, amount: Yuan): readonly InHand[] {
  let rest: Fen = fen(amount);
  return inHand.flatMap((each) => {
    if (each.employee !== employee || rest <= 0n) return [each];
    const has = fen(each.amount);
    const gone = has < rest ? has : rest;
    rest -= gone;
    return has > gone ? [{ ...each, amount: yuan(has - gone) }] : [];
  });
}

function byTime(inHand: readonly InHand[]): readonly InHand[] {
  return inHand.toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1));
}
