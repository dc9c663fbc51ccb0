import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

/** V11: a warranty document or contract counts when the installed base knows it. */
export const documentIsOnFile = rule<Pick<CheckEntitlement, 'data' | 'known'>>(
  'V11',
  'document-unknown',
  {
    zh: '查无此售后服务凭证；须由主管决定',
    en: 'the installed base knows no such document; a supervisor has to decide',
    whenFound: {
      zh: '所核对的售后服务凭证查无登记',
      en: 'the document that was looked at is not in the installed base',
    },
  },
  ({ data, known }) => !data.override && data.document !== undefined && !known.entitlement,
);
