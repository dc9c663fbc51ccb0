import { rule } from '@app/policy';
import type { Signature } from '../ticket/ticket.values.js';

/** V18: whoever gets a product back signs that they have it. */
export const receiverOfTheProductSigns = rule<{ readonly signature?: Signature }>(
  'V18',
  'product-returned-unsigned',
  {
    zh: '领回产品的人尚未签字，不能归还产品',
    en: 'whoever gets the product back has not signed',
    whenFound: {
      zh: '归还产品时，领回人未签字',
      en: 'a product was given back, and whoever got it did not sign',
    },
  },
  ({ signature }) => signature === undefined,
);
