import { enforce, fen, Invalid, type Bilingual, type Instant } from '@app/kernel';
import type { Clause } from '../edition/clause.js';
import { figuresAreThoseOfTheArticle } from '../rules/figures-are-those-of-the-article.js';
import { figuresReachTheBound } from '../rules/figures-reach-the-bound.js';
import { profitComesWithinItsTerm } from '../rules/profit-comes-within-its-term.js';
import { profitFollowsAnAdoption } from '../rules/profit-follows-an-adoption.js';
import { profitReachesTheThreshold } from '../rules/profit-reaches-the-threshold.js';
import { supervisorWasWithSubordinates } from '../rules/supervisor-was-with-subordinates.js';
import type { KnownOfCase } from '../standing.commands.js';
import type { Facts } from './facts.js';
import { checkShortages } from './shortages.js';

/**
 * What a clause asks of the facts beyond that they happened.
 *
 * @throws Refused under its article, where a condition of it does not hold
 * @param now when it is reported
 * @throws Invalid what it asks for is missing, or said of another clause, pointing at the field
 */
export function checkParticulars(
  facts: Facts,
  clause: Clause,
  known: KnownOfCase,
  now: Instant,
): void {
  noneOfOthers(facts, clause);
  if (clause.trigger === 'figures') checkFigures(facts, clause);
  if (clause.trigger === 'profit') checkProfit(facts, clause, known);
  if (clause.outcomes.some(({ measures }) => measures.includes('removal')))
    enforce([supervisorWasWithSubordinates(clause.article)], {
      supervisor: known.subject.supervisor,
      subordinates: known.subordinates,
    });
  if (clause.thresholds?.shortage !== undefined) checkShortages(facts, clause, known, now);
  if (clause.thresholds?.share !== undefined) checkIncome(facts);
}

/** What a clause does not ask for is not said of it: by it the same facts are told from others. */
const ASKED = {
  figures: ({ trigger }) => trigger === 'figures',
  profit: ({ trigger }) => trigger === 'profit',
  adoption: ({ trigger }) => trigger === 'profit',
  shortages: ({ thresholds }) => thresholds?.shortage !== undefined,
} as const satisfies Partial<Record<keyof Facts, (clause: Clause) => boolean>>;

function noneOfOthers(facts: Facts, clause: Clause): void {
  for (const [field, isAsked] of Object.entries(ASKED))
    if (facts[field as keyof typeof ASKED] !== undefined && !isAsked(clause))
      throw invalid('not-of-the-clause', `/${field}`, {
        zh: '该条款不涉及此项',
        en: 'the clause does not ask for it',
      });
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
