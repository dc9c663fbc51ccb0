import { rule } from '@app/policy';
import type { Signature } from '../ticket/ticket.values.js';

/** V18: whoever gives a product away signs for what was taken along. */
export const giverOfTheProductSigns = rule<{ readonly signature?: Signature }>(
  'V18',
  'product-given-unsigned',
  {
    zh: '交出产品的人尚未签字，不能将产品带回',
    en: 'whoever gives the product away has not signed',
    whenFound: {
      zh: '带回产品时，交出人未签字',
      en: 'a product was taken along, and whoever gave it did not sign',
    },
  },
  ({ signature }) => signature === undefined,
);
