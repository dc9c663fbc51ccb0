import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

/** V12: the barcode of a component counts where the customer was asked for the document and cannot find it. */
export const documentIsAskedForFirst = rule<CheckEntitlement['data']>(
  'V12',
  'document-not-asked-for',
  {
    zh: '须先请客户出示凭证；客户找不到时才按部件条码确认',
    en: 'the customer is asked for the document first; the barcode counts where it is not found',
    whenFound: {
      zh: '未请客户出示凭证，即按部件条码确认',
      en: 'the barcode was taken though the customer had not been asked for the document',
    },
  },
  ({ override, document, barcode, documentNotFound }) =>
    override === undefined && document === undefined && barcode !== undefined && !documentNotFound,
);
