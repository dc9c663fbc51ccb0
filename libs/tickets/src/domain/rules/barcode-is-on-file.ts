import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

/** V12: without a document, a component's barcode says what is covered and until when. */
export const barcodeIsOnFile = rule<Pick<CheckEntitlement, 'data' | 'known'>>(
  'V12',
  'barcode-unknown',
  {
    zh: '查无此部件条码；须由主管决定',
    en: 'the installed base knows no such barcode; a supervisor has to decide',
    whenFound: {
      zh: '所核对的部件条码查无登记',
      en: 'the barcode that was looked at is not in the installed base',
    },
  },
  ({ data, known }) => !data.override && data.document === undefined && !known.entitlement,
);
