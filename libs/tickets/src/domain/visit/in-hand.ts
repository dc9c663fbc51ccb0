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

/** What happened to money in hand, in the order in which it counts; a hand-over as it was set right. */
export type Handling =
  | {
      readonly what: 'collected' | 'given-back';
      readonly employee: string;
      readonly amount: Yuan;
      readonly at: Instant;
    }
  | HandOver
  | Demand
  | { readonly what: 'kept'; readonly employee: string; readonly demandedAt: Instant };

/** What the office received of somebody. */
export interface HandOver {
  readonly what: 'handed-over';
  /** Its number within the visit, from 1. */
  readonly handOver: number;
  readonly employee: string;
  readonly amount: Yuan;
  readonly at: Instant;
}

/** What somebody was asked for, of what they had collected by then. */
export interface Demand {
  readonly what: 'demanded';
  readonly employee: string;
  readonly amount: Yuan;
  readonly collectedAt: Instant;
  readonly at: Instant;
}

/**
 * What happened to a visit's money in hand after one more event. What the centre's own counter takes is with
 * the company at once, as is what is paid otherwise than the settings say.
 *
 * @param crew everybody who is or was on the visit
 */
export function handlingsAfter(
  handlings: readonly Handling[],
  event: TicketEvent,
  crew: readonly string[],
): readonly Handling[] {
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'ChargeCollected': {
      const { collectedBy: employee, amount, method } = event.data;
      if (!comesIntoHands(method, at) || !crew.includes(employee)) return handlings;
      return [...handlings, { what: 'collected', employee, amount, at }];
    }
    case 'ChargeRefunded': {
      const { refundedBy: employee, amount, method } = event.data;
      return comesIntoHands(method, at)
        ? [...handlings, { what: 'given-back', employee, amount, at }]
        : handlings;
    }
    case 'MoneyHandedOver': {
      const { employee, amount } = event.data;
      const handOver = handlings.filter(({ what }) => what === 'handed-over').length + 1;
      return received(handlings, { what: 'handed-over', handOver, employee, amount, at });
    }
    case 'MoneyDemanded': {
      const { employee, amount, collectedAt } = event.data;
      return [...handlings, { what: 'demanded', employee, amount, collectedAt, at }];
    }
    case 'MoneyKept': {
      const { employee, demandedAt } = event.data;
      return [...handlings, { what: 'kept', employee, demandedAt }];
    }
    case 'HandOverCorrected':
      return setRight(handlings, event.data);
    case 'MoneyDemandWithdrawn': {
      const { employee, demandedAt, rest: amount } = event.data;
      return handlings.map((each) =>
        each.what === 'demanded' && each.employee === employee && each.at === demandedAt
          ? { ...each, amount }
          : each,
      );
    }
    default:
      return handlings;
  }
}

/**
 * A hand-over that is told late counts before the demands that were made after it; where it takes more than
 * was known then, after what was told of since.
 */
function received(handlings: readonly Handling[], next: HandOver): readonly Handling[] {
  const { employee, amount, at } = next;
  const made = handlings.findIndex(
    (each) => each.what === 'demanded' && each.employee === employee && each.at > at,
  );
  if (made < 0) return [...handlings, next];
  const earlier = handlings.slice(0, made);
  const later = handlings.slice(made);
  const isShort = fen(heldBy(inHandBy(earlier), employee)) < fen(amount);
  const toldSince = isShort
    ? later.filter((each) => each.what === 'collected' && each.employee === employee)
    : [];
  const rest = later.filter((each) => !toldSince.includes(each));
  return [...earlier, ...toldSince, next, ...rest];
}

/** The same with a hand-over as it really was. */
export function setRight(
  handlings: readonly Handling[],
  { handOver, employee, amount }: Pick<HandOver, 'handOver' | 'employee' | 'amount'>,
): readonly Handling[] {
  return handlings.map((each) =>
    each.what === 'handed-over' && each.handOver === handOver
      ? { ...each, employee, amount }
      : each,
  );
}

/** What is in whose hands by all that happened, oldest first. */
export function inHandBy(handlings: readonly Handling[]): readonly InHand[] {
  return handlings.reduce<readonly InHand[]>(handled, []);
}

/** What is in whose hands after one more of it. */
export function handled(inHand: readonly InHand[], next: Handling): readonly InHand[] {
  switch (next.what) {
    case 'collected': {
      const { employee, amount, at } = next;
      return byTime([...inHand, { employee, amount, collectedAt: at }]);
    }
    case 'given-back':
    case 'handed-over':
      return without(inHand, next.employee, next.amount);
    case 'demanded':
      return inHand.map((each) =>
        isDue(each, next.employee, next.collectedAt) ? { ...each, demandedAt: next.at } : each,
      );
    case 'kept':
      return inHand.map((each) =>
        each.employee === next.employee && each.demandedAt === next.demandedAt
          ? { ...each, kept: true }
          : each,
      );
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
