import { rule } from '@app/policy';
import { hasUnsigned } from '../visit/discrepancies.js';
import type { TicketOutcome } from '../ticket/ticket.values.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/**
 * V13, V22: also what turned up only after the repair, or after the record was signed, is signed by
 * the customer, or it says that they refuse. A ticket that ended because they do not sign says so.
 */
export const discrepancyIsAnswered = rule<
  Pick<OnSiteRecord, 'workStarted' | 'inspection' | 'signatureRefused'> & {
    readonly outcome?: TicketOutcome | undefined;
  }
>(
  'V13',
  'discrepancy-unanswered',
  {
    zh: '检查不符，须经客户签字确认或注明拒签',
    en: 'the customer has neither signed the discrepancy nor refused to',
  },
  ({ workStarted, inspection, signatureRefused, outcome }) =>
    workStarted &&
    inspection !== undefined &&
    hasUnsigned(inspection) &&
    !signatureRefused &&
    outcome !== 'not-signed',
);
