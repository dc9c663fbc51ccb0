import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** V6.1: the technician knows the customer's details before setting out. */
export const customerFileWasReviewed = rule<
  Pick<OpenedTicket, 'fileReviewedAt'> & { readonly departedAt: Instant }
>(
  'V6',
  'file-not-reviewed',
  {
    zh: '出发前未查阅客户档案',
    en: 'nobody reviewed the customer file before the departure',
  },
  ({ fileReviewedAt, departedAt }) => fileReviewedAt === undefined || fileReviewedAt > departedAt,
);
