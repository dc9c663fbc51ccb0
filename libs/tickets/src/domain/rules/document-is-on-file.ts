import { rule } from '@app/policy';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';

/** V11: a warranty document or contract counts when the installed base knows it. */
export const documentIsOnFile = rule<Pick<CheckEntitlement, 'data' | 'known'>>(
  'V11',
  'document-unknown',
  {
    zh: '查无此售后服务凭证；须由主管决定',
    en: 'the installed base knows no such document; a supervisor has to decide',
  },
  ({ data, known }) => !data.override && data.document !== undefined && !known.entitlement,
);
