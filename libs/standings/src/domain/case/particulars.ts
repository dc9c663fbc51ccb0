import { enforce, fen, Invalid, type Bilingual } from '@app/kernel';
import type { Clause } from '../edition/clause.js';
import { figuresAreThoseOfTheArticle } from '../rules/figures-are-those-of-the-article.js';
import { figuresReachTheBound } from '../rules/figures-reach-the-bound.js';
import { profitComesWithinItsTerm } from '../rules/profit-comes-within-its-term.js';
import { profitFollowsAnAdoption } from '../rules/profit-follows-an-adoption.js';
import { profitReachesTheThreshold } from '../rules/profit-reaches-the-threshold.js';
import { shortageIsHugeOrRepeated } from '../rules/shortage-is-huge-or-repeated.js';
import { shortageIsOwnFault } from '../rules/shortage-is-own-fault.js';
import { supervisorWasWithSubordinates } from '../rules/supervisor-was-with-subordinates.js';
import type { KnownOfCase } from '../standing.commands.js';
import type { Facts } from './facts.js';

/**
 * What a clause asks of the facts beyond that they happened.
 *
 * @throws Refused under its article, where a condition of it does not hold
 * @throws Invalid what it asks for is missing, pointing at the field
 */
export function checkParticulars(facts: Facts, clause: Clause, known: KnownOfCase): void {
  if (clause.trigger === 'figures') checkFigures(facts, clause);
  if (clause.trigger === 'profit') checkProfit(facts, clause, known);
  if (clause.outcomes.some(({ measures }) => measures.includes('removal')))
    enforce([supervisorWasWithSubordinates(clause.article)], {
      supervisor: known.subject.supervisor,
      subordinates: known.subordinates,
    });
  if (clause.thresholds?.shortage !== undefined) checkShortages(facts, clause);
  if (clause.thresholds?.share !== undefined) checkIncome(facts);
}

function checkFigures({ figures = [] }: Facts, clause: Clause): void {
  enforce([figuresAreThoseOfTheArticle(clause.article)], { figures, clause });
  figures.forEach(({ target }, index) => {
    if (fen(target) <= 0n)
      throw invalid('target-of-zero', `/figures/${index}/target`, {
        zh: '没有指标的期间不予考核',
        en: 'a period without a target is not evaluated',
      });
  });
  const { thresholds = {} } = clause;
  enforce([figuresReachTheBound(clause.article)], { figures, thresholds });
}

function checkProfit(
  { profit, happenedAt }: Facts,
  { article, thresholds = {} }: Clause,
  { adoption }: KnownOfCase,
): void {
  enforce([profitFollowsAnAdoption(article)], { ...(adoption && { adoption }) });
  enforce([profitReachesTheThreshold(article)], { ...(profit && { profit }), thresholds });
  enforce([profitComesWithinItsTerm(article)], {
    adoptedAt: adoption?.adoptedAt ?? '',
    reachedAt: happenedAt,
    months: thresholds.months ?? 0,
  });
}

function checkShortages({ shortages = [], ownFault }: Facts, { thresholds = {} }: Clause): void {
  enforce([shortageIsOwnFault], { ...(ownFault !== undefined && { ownFault }) });
  enforce([shortageIsHugeOrRepeated], { shortages, thresholds });
}

function checkIncome({ income = '0.00', costs = '0.00' }: Facts): void {
  if (fen(income) - fen(costs) > 0n) return;
  throw invalid('no-net-income', '/income', {
    zh: '创收纯收入须大于零',
    en: 'the net income is above zero',
  });
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
