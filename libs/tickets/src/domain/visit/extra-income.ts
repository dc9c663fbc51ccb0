import { fen, sum, yuan } from '@app/kernel';
import {
  due as dueAfterWaivers,
  dueOfLines,
  kept,
  owed,
  type Bill,
  type VisitMoney,
} from './money.js';
import type { OnSiteRecord } from './on-site.record.js';
import type { ExtraIncome } from './paper.values.js';
import { stillWaived, waivedOfExtra } from './waivers.js';
import type { WorkEntry } from './work-entries.js';

/** What of a visit says it. */
export type OfExtra = Pick<
  OnSiteRecord,
  'money' | 'inHand' | 'handlings' | 'earnedBy' | 'extraParts' | 'extra' | 'waivers'
> & { readonly visit: number; readonly technician: string };

/**
 * What the extra service of a visit, as far as it is charged, has brought the company. What the customer was
 * let off of its lines is no income of it; of what was let off without a line, its part. Whatever else they
 * did not pay or got back, what is not with the company yet, and what had to be demanded and so did not come
 * in time (D30: 及时上交), is taken off the extra service first: a share is paid of nothing that may not have
 * come in.
 */
export function extraIncomeOf(
  visit: OfExtra,
  entries: readonly WorkEntry[],
  bill: Bill,
): ExtraIncome {
  const { money, inHand, handlings, waivers } = visit;
  const due = dueOfLines(bill);
  const extra = due.filter((_, index) => money.lines[index]!.basis === 'extra-service');
  const charged = { extra: fen(sum(extra)), all: fen(sum(due)) };
  const toPay = fen(dueAfterWaivers(bill));
  const missing = toPay - withTheCompany(money, inHand) + late(handlings, inHand);
  const brought =
    charged.extra -
    waivedOfExtra(stillWaived(waivers, due), charged) -
    (missing > 0n ? missing : 0n);
  return {
    income: yuan(brought > 0n ? brought : 0n),
    ...(visit.earnedBy ?? { earners: [visit.technician], weights: [1] }),
    parts: visit.extraParts ?? partsOf(visit, entries),
  };
}

/**
 * Whether there is something to say of it: for the first time once all is paid and handed over, and
 * afterwards whenever it is another than was said.
 */
export function isNews(now: ExtraIncome, { inHand, extra }: OfExtra, bill: Bill): boolean {
  if (extra) return !isSame(now, extra);
  const settled = fen(owed(bill)) === 0n && inHand.length === 0;
  return settled && fen(now.income) > 0n;
}

function withTheCompany(money: VisitMoney, inHand: OfExtra['inHand']): bigint {
  return kept(money) - fen(sum(inHand.map(({ amount }) => amount)));
}

/** What was demanded and has come in since. */
function late(handlings: OfExtra['handlings'], inHand: OfExtra['inHand']): bigint {
  const demanded = handlings.flatMap((each) => (each.what === 'demanded' ? [each.amount] : []));
  const still = inHand.flatMap((each) => (each.demandedAt ? [each.amount] : []));
  return fen(sum(demanded)) - fen(sum(still));
}

function isSame(one: ExtraIncome, other: ExtraIncome): boolean {
  return (
    one.income === other.income &&
    areSame(one.earners, other.earners) &&
    areSame(one.weights, other.weights) &&
    areSame(one.parts, other.parts)
  );
}

function areSame<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

function partsOf({ visit }: OfExtra, entries: readonly WorkEntry[]): readonly number[] {
  return entries
    .filter((each) => each.visit === visit && each.kind === 'part' && !each.withdrawn)
    .map(({ entry }) => entry);
}
