import { rule } from '@app/policy';
import type { TakeProductIn } from '../ticket/ticket.commands.js';

/** V18: whoever gives a product away has a slip to show for it. */
export const customerGetsCustodySlip = rule<Pick<TakeProductIn['data'], 'custodySlip'>>(
  'V18',
  'product-without-slip',
  {
    zh: '未开具保管单，不能将产品带回',
    en: 'there is no custody slip for the product',
    whenFound: {
      zh: '未开具保管单将产品带回',
      en: 'a product was taken along without a custody slip',
    },
  },
  ({ custodySlip }) => !custodySlip?.trim(),
);
