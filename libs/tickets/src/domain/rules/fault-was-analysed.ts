import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** V6.2: symptom and cause are analysed before setting out. */
export const faultWasAnalysed = rule<
  Pick<OpenedTicket, 'faultAnalysedAt'> & { readonly departedAt: Instant }
>(
  'V6',
  'fault-not-analysed',
  {
    zh: '出发前未分析故障现象和原因',
    en: 'nobody analysed the fault before the departure',
  },
  ({ faultAnalysedAt, departedAt }) =>
    faultAnalysedAt === undefined || faultAnalysedAt > departedAt,
);
