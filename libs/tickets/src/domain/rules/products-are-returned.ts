import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** V18: what was taken along is the customer's, and goes back before the ticket ends. */
export const productsAreReturned = rule<Pick<OpenedTicket, 'custody'>>(
  'V18',
  'product-in-custody',
  {
    zh: '客户的产品仍由本中心保管，须先归还',
    en: 'a product of the customer is still in custody and must be returned first',
  },
  ({ custody }) => custody.length > 0,
);
