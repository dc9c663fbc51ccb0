import { fen, Invalid, localDate, Refused, type Bilingual, type Instant } from '@app/kernel';
import type { Clause } from '../edition/clause.js';
import { factsFollowThePromulgation } from '../rules/facts-follow-the-promulgation.js';
import type { KnownOfCase } from '../standing.commands.js';
import type { Facts, Shortage } from './facts.js';

/**
 * What somebody who reports may say of a clause: nothing that it does not ask for; shortages each of a day of
 * its own, of some worth, over, and since the promulgation (D22, D44). What a stocktake found is counted there.
 *
 * @param now when it is reported
 * @throws Invalid `not-of-the-clause`, `shortage-of-nothing`, `not-yet`, `shortage-twice`, and Refused D44,
 *   pointing at the field
 */
export function checkReported(
  facts: Facts,
  clause: Clause,
  known: Pick<KnownOfCase, 'promulgatedAt'>,
  now: Instant,
): void {
  noneOfOthers(facts, clause);
  const { shortages = [] } = facts;
  shortages.forEach((_, index) => checkShortage(shortages, index, known, now));
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
