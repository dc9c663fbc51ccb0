import { rule } from '@app/policy';
import { wasBeforeEndOfWork } from '../visit/end-of-work.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';
import type { Visit } from '../visit/visit.state.js';

/** V24: the copy is one of the record that was signed. One from before the end of the work is found as that. */
export const copyFollowsTheSignature = rule<Pick<OnSiteRecord, 'signed'> & Pick<Visit, 'stepsAt'>>(
  'V24',
  'copy-before-signature',
  {
    zh: '客户留存联早于服务记录签字交给客户，此后未再交付',
    en: "the customer's copy was handed over before the record was signed, and not after it",
  },
  (visit) => {
    const { CustomerCopyHandedOver: copied, ServiceRecordSigned: signedAt } = visit.stepsAt;
    if (!visit.signed || copied === undefined || signedAt === undefined) return false;
    return copied < signedAt && !wasBeforeEndOfWork(visit, 'CustomerCopyHandedOver');
  },
);
