import { enforce, fen } from '@app/kernel';
import { happened } from '@app/policy';
import { clauseIfInForce } from '../case/clause-if-in-force.js';
import type { Facts, Shortage } from '../case/facts.js';
import { givesWay } from '../evaluation/judge.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import { shortageIsHugeOrRepeated } from '../rules/shortage-is-huge-or-repeated.js';
import type { JudgeShortageAgain, RecordShortage } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { isDismissed, type CaseFile, type Standing } from '../standing.state.js';
import { opened } from './open-case.js';
import { unfounded } from './withdraw-case.js';

export const D22 = { article: 'D22', clause: 'shortage' } as const;

type Judge = RecordShortage | JudgeShortageAgain;
export type InForce = NonNullable<ReturnType<typeof clauseIfInForce>>;

/**
 * Another shortage of the same person has changed, or what a case had of them is free again: whether this one
 * is repeated (经常性) is judged anew (D22).
 *
 * @throws Refused D7, D8 as `openCase`
 */
export function judgeShortageAgain(
  command: JudgeShortageAgain,
  standing: Standing,
): readonly StandingEvent[] {
  const inForce = clauseIfInForce(D22, command.known);
  return inForce ? caseOfShortage(command, standing, inForce) : [];
}

/**
 * What becomes of the case of a stocktake's shortage: one is opened where it is huge or repeated; one that
 * waits is opened anew where it rests on other shortages now; without ground it ends.
 */
export function caseOfShortage(
  command: Judge,
  standing: Standing,
  inForce: InForce,
): readonly StandingEvent[] {
  const { stocktake: matter, at: happenedAt } = command.data;
  const before = standing.cases.find((file) => isOf(file, matter));
  const { amount, shortages, holds } = groundOf(command, standing, inForce, before);
  if (holds && before && stands(before, shortages)) return notTakenBack(command, standing, before);
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

/** What is missing by that stocktake now, on which shortages a case of it rests, and whether it has any ground. */
function groundOf(
  command: Judge,
  standing: Standing,
  { clause: { thresholds = {} } }: InForce,
  before?: CaseFile,
) {
  const { stocktake, at } = command.data;
  const said = standing.shortages?.find((each) => each.stocktake === stocktake);
  const amount = said?.amount ?? '0.00';
  const shortages = inNoCase(command, standing, before)
    .filter((each) => each.at <= at && fen(each.amount) > 0n)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const isBelow = shortageIsHugeOrRepeated.brokenBy({ shortages, thresholds });
  return { amount, shortages, holds: fen(amount) > 0n && !isBelow };
}

/** What somebody has decided stands as long as any of it holds; what waits, where it rests on the same. */
function stands(file: CaseFile, shortages: readonly Shortage[]): boolean {
  const { shortages: own = [] } = file.opened;
  const isSame = own.length === shortages.length && own.every((each) => has(shortages, each));
  return isSame || !givesWay(file);
}

function has(shortages: readonly Shortage[], { at, amount }: Shortage): boolean {
  return shortages.some((each) => each.at === at && fen(each.amount) === fen(amount));
}

/** What was to take the act back has no ground any more. */
function notTakenBack(
  command: Judge,
  standing: Standing,
  { case: number }: CaseFile,
): readonly StandingEvent[] {
  return standing.cases
    .filter((each) => each.opened.replaces === number && givesWay(each))
    .map((each) =>
      happened(command, 'CaseDropped', { case: each.case, corrected: true as const }, ['D22']),
    );
}

/**
 * The shortages of this year and of those beside it that are in no case but this one. What was once in a case does
 * not count for another, whatever became of it, unless it was undone as a count turned out otherwise.
 */
function inNoCase(
  { known }: Judge,
  { cases, shortages = [] }: Standing,
  but?: CaseFile,
): readonly Shortage[] {
  const had = [...cases, ...known.beside]
    .filter((file) => file !== but && !file.undone && file.opened.replaces === undefined)
    .flatMap(({ opened: { shortages: own = [] } }) => own.map(({ at }) => at));
  return [...known.shortages, ...shortages]
    .filter(({ at }) => !had.includes(at))
    .map(({ at, amount }) => ({ at, amount }));
}

function isOf({ undone, opened: { article, matter, replaces } }: CaseFile, of: string): boolean {
  return article === D22.article && matter === of && !undone && replaces === undefined;
}
