import {
  fen,
  Invalid,
  localDate,
  Refused,
  type Actor,
  type Bilingual,
  type Command,
  type Instant,
} from '@app/kernel';
import type { Clause } from '../edition/clause.js';
import { factsFollowThePromulgation } from '../rules/facts-follow-the-promulgation.js';
import type { KnownOfCase } from '../standing.commands.js';
import type { Facts, Shortage } from './facts.js';

/**
 * What somebody who reports may say of a clause: nothing that it does not ask for; shortages each of a day of
 * its own, of some worth, over, and since the promulgation (D22, D44). What a stocktake found is counted there.
 * An amount, and what somebody else is to have reported, comes with the paper that says so.
 *
 * @throws Invalid `not-of-the-clause`, `shortage-of-nothing`, `not-yet`, `shortage-twice`, `amount-without-evidence`,
 *   `report-without-evidence`, `report-before-the-facts`, and Refused D44, pointing at the field
 */
export function checkReported(
  facts: Facts,
  clause: Clause,
  known: Pick<KnownOfCase, 'promulgatedAt'>,
  { actor, occurredAt: now }: Pick<Command, 'actor' | 'occurredAt'>,
): void {
  noneOfOthers(facts, clause);
  checkBacked(facts, actor);
  checkEarlier(facts, now);
  const { shortages = [] } = facts;
  shortages.forEach((_, index) => checkShortage(shortages, index, known, now));
}

function checkBacked(facts: Facts, actor: Actor): void {
  const { profit, shortages, income, evidence, reporter, earlierReport } = facts;
  if (evidence.length > 0) return;
  if (profit ?? shortages ?? income)
    throw invalid('amount-without-evidence', '/evidence', {
      zh: '申报数额须附证明文件',
      en: 'an amount comes with the paper that it is taken from',
    });
  if ([reporter, earlierReport?.by].some((by) => by !== undefined && by !== actor.id))
    throw invalid('report-without-evidence', '/evidence', {
      zh: '代录他人的报告须附其书面报告',
      en: 'what somebody else reported is entered with their written report',
    });
}

function checkEarlier({ earlierReport, happenedAt }: Facts, now: Instant): void {
  if (!earlierReport) return;
  if (earlierReport.at > now)
    throw invalid('not-yet', '/earlierReport/at', {
      zh: '该报告尚未发生',
      en: 'that report is still to come',
    });
  if (earlierReport.at < happenedAt)
    throw invalid('report-before-the-facts', '/earlierReport/at', {
      zh: '报告早于事实',
      en: 'it was reported before it happened',
    });
}

/** What a clause does not ask for is not said of it: by it the same facts are told from others. */
const ASKED = {
  income: ({ thresholds }) => thresholds?.share !== undefined,
  costs: ({ thresholds }) => thresholds?.share !== undefined,
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

function checkShortage(
  shortages: readonly Shortage[],
  index: number,
  { promulgatedAt = '' }: Pick<KnownOfCase, 'promulgatedAt'>,
  now: Instant,
): void {
  const { at, amount } = shortages[index]!;
  const place = `/shortages/${index}`;
  if (fen(amount) <= 0n)
    throw invalid('shortage-of-nothing', `${place}/amount`, {
      zh: '短少金额须大于零',
      en: 'what was missing is worth more than nothing',
    });
  if (at > now)
    throw invalid('not-yet', `${place}/at`, { zh: '事实尚未发生', en: 'it has not happened yet' });
  if (at < promulgatedAt) {
    const { article, code, says } = factsFollowThePromulgation;
    throw new Refused(article, code, says, `${place}/at`);
  }
  if (shortages.findIndex((other) => localDate(other.at) === localDate(at)) !== index)
    throw invalid('shortage-twice', `${place}/at`, {
      zh: '同一日的短少只计一次',
      en: 'goods that were missing on one day are one shortage',
    });
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
