import { enforce, fen } from '@app/kernel';
import { happened } from '@app/policy';
import { clauseIfInForce } from '../case/clause-if-in-force.js';
import type { Facts, Shortage } from '../case/facts.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import { shortageIsHugeOrRepeated } from '../rules/shortage-is-huge-or-repeated.js';
import type { RecordShortage } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { evolve } from '../standing.evolve.js';
import { isDismissed, isPending, type CaseFile, type Standing } from '../standing.state.js';
import { opened } from './open-case.js';
import { unfounded } from './withdraw-case.js';

const D22 = { article: 'D22', clause: 'shortage' } as const;

/**
 * What was missing of the goods in a sales representative's charge, and nobody explained, is kept; where it
 * is huge or repeated by the edition's thresholds, of shortages that no case has had yet, it makes a case.
 * Below them there is no act (D22). Whose fault it is, is what is verified. Where the count turns out
 * otherwise, so does its case.
 *
 * @throws Refused D7, D8 as `openCase`
 */
export function recordShortage(
  command: RecordShortage,
  standing: Standing,
): readonly StandingEvent[] {
  const { stocktake, amount } = command.data;
  const inForce = clauseIfInForce(D22, command.known);
  if (!inForce) return [];
  const said = standing.shortages?.find((each) => each.stocktake === stocktake);
  if (fen(said?.amount ?? '0.00') === fen(amount)) return [];
  const recorded = happened(command, 'ShortageRecorded', command.data, ['D22']);
  return [recorded, ...cases(command, evolve(standing, recorded), inForce)];
}

type InForce = NonNullable<ReturnType<typeof clauseIfInForce>>;

function cases(
  command: RecordShortage,
  standing: Standing,
  inForce: InForce,
): readonly StandingEvent[] {
  const { stocktake: matter, at: happenedAt, amount } = command.data;
  const before = standing.cases.find((file) => isOf(file, matter));
  const shortages = [...command.known.shortages, ...inNoCase(standing, before)]
    .filter((each) => each.at <= happenedAt && fen(each.amount) > 0n)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const { thresholds = {} } = inForce.clause;
  const holds = fen(amount) > 0n && !shortageIsHugeOrRepeated.brokenBy({ shortages, thresholds });
  // What somebody has decided stands as long as any of it holds.
  if (holds && before && !isPending(before)) return [];
  const gone = before ? unfounded(command, standing, before) : [];
  if (!holds) return gone;
  const dismissed = command.known.dismissed || isDismissed(standing);
  enforce([dismissedTakeNoFurtherActs], { dismissed });
  const facts: Facts = {
    ...D22,
    facts: `盘点 ${matter}：所保管的商品短少 ${amount} 元 / stocktake ${matter}: goods worth ${amount} yuan were missing of those in their charge`,
    matter,
    happenedAt,
    shortages,
    evidence: [],
  };
  return [...gone, opened(command, standing, { facts, ...inForce, known: command.known })];
}

/** The shortages of a year that are in no case but this one; a dropped one may be opened anew. */
export function inNoCase({ cases, shortages = [] }: Standing, but?: CaseFile): readonly Shortage[] {
  const had = cases
    .filter((file) => file !== but && file.status !== 'dropped')
    .flatMap(({ opened: { shortages: own = [] } }) => own.map(({ at }) => at));
  return shortages.filter(({ at }) => !had.includes(at)).map(({ at, amount }) => ({ at, amount }));
}

function isOf({ status, opened }: CaseFile, matter: string): boolean {
  return opened.article === D22.article && opened.matter === matter && status !== 'dropped';
}
