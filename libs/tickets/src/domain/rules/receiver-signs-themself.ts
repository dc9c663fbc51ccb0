import { rule } from '@app/policy';
import type { Signature } from '../ticket/ticket.values.js';
import { readsTheSame } from '../visit/reads-the-same.js';

/** V18: the signature is of who got the product back, and of nobody else; a stamp bears the name of an organisation. */
export const receiverSignsThemself = rule<{
  readonly receivedBy: string;
  readonly signature?: Signature;
}>(
  'V18',
  'product-returned-under-another-name',
  {
    zh: '签字的人不是领回产品的人，不能归还产品',
    en: 'whoever signed is not who gets the product back',
    whenFound: {
      zh: '归还产品时，签字的人不是领回人',
      en: 'a product was given back, and somebody else than whoever got it signed',
    },
  },
  ({ receivedBy, signature }) =>
    signature !== undefined && !signature.stamp && !readsTheSame(signature.name, receivedBy),
);
