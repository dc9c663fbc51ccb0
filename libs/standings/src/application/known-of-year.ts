import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { monthsOf } from '../domain/case/figures.js';
import type { KnownOfYear, OfStanding } from '../domain/standing.commands.js';
import { knownOfPeriod } from './known-of-period.js';

/** What must be known to close a year: of its months, its first half and itself what evaluating them would know. */
export async function knownOfYear(
  request: {
    readonly data: OfStanding;
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
  },
  contexts: Contexts,
): Promise<KnownOfYear> {
  const { data } = request;
  const periods = [...monthsOf(data.year), `${data.year}-H1`, data.year];
  const known = await Promise.all(
    periods.map(async (period) => {
      const of = { ...request, data: { ...data, period } };
      return { ...(await knownOfPeriod(of, contexts)), period };
    }),
  );
  return { periods: known };
}
