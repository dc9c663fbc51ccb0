import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V24: the customer keeps their copy of the service order. */
export const customerCopyIsHandedOver = rule<Pick<OnSiteRecord, 'customerCopy'>>(
  'V24',
  'customer-copy-missing',
  {
    zh: '未将客户留存联交给客户',
    en: 'the customer did not get their copy',
  },
  ({ customerCopy }) => !customerCopy,
);
