import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

/** V11: what is registered for one customer entitles nobody else. What is registered for nobody is the bearer's. */
export const entitlementIsTheCustomers = rule<
  Pick<CheckEntitlement, 'known'> & { readonly customer: string | undefined }
>(
  'V11',
  'entitlement-of-another',
  {
    zh: '此凭证或条码属于另一客户；须由主管决定',
    en: 'this document or barcode belongs to another customer; a supervisor has to decide',
    whenFound: {
      zh: '所核对的凭证或条码属于另一客户',
      en: 'the document or barcode that was looked at belongs to another customer',
    },
  },
  ({ known: { owner }, customer }) => owner !== undefined && owner !== customer,
);
