import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';
import type { PhoneCall } from '../ticket/ticket.values.js';

/** V11: the customer agrees to the service that they called for; nobody has agreed to it before the call. */
export const consentIsForThisCall = rule<{
  readonly phone?: PhoneCall;
  readonly openedAt: Instant;
}>(
  'V11',
  'consent-before-the-call',
  {
    zh: '电话同意早于本次报修，须就这次服务重新征得同意',
    en: 'the consent by phone is older than the call for this service; ask for it anew',
    whenFound: {
      zh: '所记的电话同意早于本次报修',
      en: 'the consent by phone was older than the call for this service',
    },
  },
  ({ phone, openedAt }) => phone !== undefined && phone.calledAt < openedAt,
);
