import {
  enforce,
  fen,
  Invalid,
  localDate,
  Refused,
  type Bilingual,
  type Instant,
} from '@app/kernel';
import type { Clause } from '../edition/clause.js';
import { factsFollowThePromulgation } from '../rules/facts-follow-the-promulgation.js';
import { shortageIsHugeOrRepeated } from '../rules/shortage-is-huge-or-repeated.js';
import { shortageIsOwnFault } from '../rules/shortage-is-own-fault.js';
import type { KnownOfCase } from '../standing.commands.js';
import type { Facts, Shortage } from './facts.js';

/**
 * Goods that were missing, as somebody reports them: each of a day of its own, of some worth, over, and since the
 * promulgation (D22, D44).
 *
 * @param now when they are reported
 * @throws Invalid `shortage-of-nothing`, `not-yet`, `shortage-twice`; Refused D44, pointing at the field; D22
 */
export function checkShortages(
  { shortages = [], ownFault }: Facts,
  { thresholds = {} }: Clause,
  known: Pick<KnownOfCase, 'promulgatedAt'>,
  now: Instant,
): void {
  enforce([shortageIsOwnFault], { ...(ownFault !== undefined && { ownFault }) });
  shortages.forEach((_, index) => checkShortage(shortages, index, known, now));
  enforce([shortageIsHugeOrRepeated], { shortages, thresholds });
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
