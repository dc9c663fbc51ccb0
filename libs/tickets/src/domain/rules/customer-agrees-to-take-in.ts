import { rule } from '@app/policy';
import type { TakeProductIn } from '../ticket/ticket.commands.js';

/** V18: a product is taken along only as agreed with the customer. */
export const customerAgreesToTakeIn = rule<Pick<TakeProductIn['data'], 'agreedBy'>>(
  'V18',
  'product-without-agreement',
  {
    zh: '未经客户同意，不能将产品带回',
    en: 'the customer has not agreed that the product is taken along',
    whenFound: {
      zh: '未经客户同意将产品带回',
      en: 'a product was taken along without the agreement of the customer',
    },
  },
  ({ agreedBy }) => !agreedBy?.trim(),
);
