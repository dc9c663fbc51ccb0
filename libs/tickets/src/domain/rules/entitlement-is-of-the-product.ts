import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import { readsTheSame } from '../visit/reads-the-same.js';

/**
 * V12: what is registered for one product entitles no other. Where it is registered for none, or
 * nobody says which is served, there is nothing to compare.
 */
export const entitlementIsOfTheProduct = rule<Pick<CheckEntitlement, 'data' | 'known'>>(
  'V12',
  'entitlement-of-another-product',
  {
    zh: '此凭证或条码属于另一产品；须由主管决定',
    en: 'this document or barcode belongs to another product; a supervisor has to decide',
    whenFound: {
      zh: '所核对的凭证或条码属于另一产品',
      en: 'the document or barcode that was looked at belongs to another product',
    },
  },
  ({ data, known }) =>
    !data.override &&
    data.product !== undefined &&
    known.product !== undefined &&
    !readsTheSame(data.product, known.product),
);
