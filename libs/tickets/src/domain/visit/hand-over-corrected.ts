import { fen, type Yuan } from '@app/kernel';
import {
  dueFrom,
  handled,
  heldBy,
  inHandBy,
  type Demand,
  type Handling,
  type InHand,
} from './in-hand.js';
import type { InHandAgain } from './paper.values.js';

/** Whether somebody handed over more at some moment than they had. */
export function exceedsInHand(handlings: readonly Handling[]): boolean {
  return atEach(handlings, (next, inHand) =>
    next.what === 'handed-over' ? fen(next.amount) > fen(heldBy(inHand, next.employee)) : false,
  ).some(Boolean);
}

/** The demands for more than was due by what is known now, and what is left of each. */
export function demandedTooMuch(
  handlings: readonly Handling[],
): readonly { readonly demand: Demand; readonly rest: Yuan }[] {
  return atEach(handlings, (next, inHand) => {
    if (next.what !== 'demanded') return [];
    const rest = dueFrom(inHand, next);
    return fen(rest) < fen(next.amount) ? [{ demand: next, rest }] : [];
  }).flat();
}

/** What is in hand now and was not, or not so much of it, before a hand-over was set right. */
export function inHandAgain(
  before: readonly Handling[],
  after: readonly Handling[],
): readonly InHandAgain[] {
  const had = inHandBy(before);
  return inHandBy(after).flatMap((now) => {
    const { employee, collectedAt, demandedAt } = now;
    const then = had.find((each) => isSame(each, now));
    if (then && fen(then.amount) >= fen(now.amount)) return [];
    return [{ employee, collectedAt, ...(demandedAt !== undefined && { demandedAt }) }];
  });
}

function isSame(one: InHand, other: InHand): boolean {
  return one.employee === other.employee && one.collectedAt === other.collectedAt;
}

/** What each of them finds in whose hands, in their order. */
function atEach<Found>(
  handlings: readonly Handling[],
  look: (next: Handling, inHand: readonly InHand[]) => Found,
): readonly Found[] {
  let inHand: readonly InHand[] = [];
  return handlings.map((next) => {
    const found = look(next, inHand);
    inHand = handled(inHand, next);
    return found;
  });
}
