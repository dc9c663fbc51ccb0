import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V24: the customer keeps their copy of the service order; where nothing was written on it there is none. */
export const customerCopyIsHandedOver = rule<Written & Pick<OnSiteRecord, 'customerCopy'>>(
  'V24',
  'customer-copy-missing',
  {
    zh: '未将客户留存联交给客户',
    en: 'the customer did not get their copy',
  },
  (visit) => isWritten(visit) && !visit.customerCopy,
);

type Written = Pick<OnSiteRecord, 'workStarted' | 'externalCause' | 'onRecord'>;

/** Work was done, or the record names a discrepancy, a cause, a charge or an outcome. */
function isWritten({ workStarted, externalCause, onRecord }: Written): boolean {
  return workStarted || externalCause || onRecord.length > 0;
}
