import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';
import type { VisitSinceArrival } from '../visit/visit.state.js';

/** V17: the customer signs each quote, at this visit and after the one that it replaces. */
export const quoteIsSignedAnew = rule<{
  readonly signedAt: Instant;
  readonly visit: Pick<VisitSinceArrival, 'arrivedAt' | 'charge'>;
}>(
  'V17',
  'quote-not-signed-anew',
  {
    zh: '每份报价须由客户在本次上门时重新签字',
    en: 'the customer signs each quote anew, at this visit',
  },
  ({ signedAt, visit: { arrivedAt, charge } }) =>
    signedAt < arrivedAt || (charge !== undefined && signedAt <= charge.signedAt),
);
